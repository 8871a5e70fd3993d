/** A checkout: submits a form to the hook so that one basket is bought once, and says what became of it. */
import { KasirError } from "./errors.ts";
import type { Forms, OperationId, ProblemCode, PurchaseState } from "./generated.ts";
import { hookClient, type HookSettings } from "./hook_client.ts";
import { type Intent, Intents, type IntentStorage, pageStorage } from "./intents.ts";
import type { Kasir } from "./kasir.ts";
import { cancel, query, resume, submit, type Till } from "./till.ts";
import type { Context, Issue, Language, Outcome } from "./types.ts";

/** What `createCheckout` is told. */
export interface CheckoutSettings extends HookSettings {
  /** Where intents are kept; localStorage unless told. */
  storage?: IntentStorage | undefined;
  /** `id` unless told, here or by a call. */
  language?: Language | undefined;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** What the page knows of the product, the attraction, the trips. */
  context?: Context | undefined;
  language?: Language | undefined;
}

export interface QueryOptions extends CallOptions {
  /** The merchant's name of the basket, for the shop's `authorize`. */
  basket?: string | undefined;
}

export interface FollowOptions extends CallOptions {
  /** How long to follow a purchase that is not settled; 30 s unless told, 0 asks once. */
  waitMs?: number | undefined;
  /** Called whenever the state changes. */
  onChange?: ((outcome: Outcome) => void) | undefined;
}

export interface SubmitOptions extends FollowOptions {
  /** The merchant's name of the basket, never empty: one basket is bought once. */
  basket: string;
  /** The price that the buyer has seen; the hook refuses another one. */
  expect?: { selling_price: string } | undefined;
}

/**
 * `invalid`: nothing was sent. `refused`: this call bought nothing, by the shop's or the hook's word; `price` is what it costs now, where that has changed.
 * `outcome`: what became of it, which may be `pending` or `unknown` still; `resume(reference)` goes on.
 */
export type SubmitResult =
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "refused"; code: ProblemCode; message: string; price?: string }
  | { kind: "outcome"; reference: string; outcome: Outcome };

/** As `SubmitResult`, of what buys nothing. */
export type QueryResult =
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "refused"; code: ProblemCode; message: string }
  | { kind: "outcome"; outcome: Outcome };

export interface Checkout {
  /**
   * Checks the form, then buys, holds or sets through the hook, and follows what is not settled yet for `waitMs`. It never rejects for what was typed,
   * an unreachable hook or a refusal. Rejects with `ERR_UNKNOWN_OPERATION` for a query, and with `ERR_BAD_OPTIONS` where `basket` is no text or an
   * empty one, or where `expect` has no price: what guards a purchase is never left out in silence.
   */
  submit<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options: SubmitOptions): Promise<SubmitResult>;
  /** Asks what buys nothing, such as who stands behind a meter. Rejects as little as `submit` does, and with `ERR_UNKNOWN_OPERATION` for what is no query. */
  query<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options?: QueryOptions): Promise<QueryResult>;
  /** The purchases that were begun and are not settled: after a reload, `resume` goes on with each. */
  pending(): Intent[];
  /** Goes on with a purchase that is kept; one that the hook never got is cancelled there, so that it cannot arrive late. */
  resume(reference: string, options?: FollowOptions): Promise<Outcome>;
  /** Gives up a purchase that was not sent; the state tells whether that came in time. */
  cancel(reference: string): Promise<{ cancelled: boolean; state?: PurchaseState }>;
  /** Called with the purchases under way whenever one begins, moves or is settled; gives what ends it. */
  subscribe(listener: (intents: Intent[]) => void): () => void;
}

/** By JavaScript a page may pass anything. A basket that is no text would be lost in the page's storage, and the purchase made twice. */
const isGuarded = ({ basket, expect }: Partial<SubmitOptions>): unknown =>
  typeof basket === "string" && basket && (!expect || expect.selling_price);

export const checkoutOver = (load: () => Promise<Kasir>) => (settings: CheckoutSettings): Checkout => {
  if (!settings?.hook) throw new KasirError("ERR_BAD_OPTIONS");
  const till: Omit<Till, "kasir"> = {
    call: hookClient(settings),
    intents: new Intents(settings.storage ?? pageStorage()),
    language: settings.language ?? "id",
  };
  const opened = async (): Promise<Till> => ({ ...till, kasir: await load() });
  const inFlight = new Map<string, Promise<SubmitResult>>();
  return {
    /** Clicks on the same basket share one submission. */
    async submit(operation, form, options) {
      if (!isGuarded(options ?? {})) throw new KasirError("ERR_BAD_OPTIONS");
      const key = JSON.stringify([operation, options.basket]);
      const running = inFlight.get(key);
      if (running) return running;
      const submitted = opened()
        .then((till) => submit(till, operation, form, options))
        .finally(() => inFlight.delete(key));
      inFlight.set(key, submitted);
      return submitted;
    },
    query: async (operation, form, options = {}) => query(await opened(), operation, form, options),
    resume: async (reference, options = {}) => resume(await opened(), reference, options),
    cancel: (reference) => cancel(till, reference),
    pending: () => till.intents.all(),
    subscribe: (listener) => till.intents.subscribe(listener),
  };
};
