/**
 * The purchases under way, kept in the page's storage until they are settled, so that a reload or a double click goes
 * on with the same reference. Nothing about a person is kept.
 */
import { tell } from "./tell.ts";
import type { OperationId, PurchaseState } from "./generated.ts";

export interface Intent {
  reference: string;
  operation: OperationId;
  /** The merchant's name of the basket. */
  basket: string;
  /** `kept`, `asked` or `seen`: how far it has come. */
  progress: string;
  /** When it was made, in milliseconds. */
  since: number;
  /** The last state that the hook showed. */
  state?: PurchaseState;
}

/** The part of Web Storage that is used. */
export type IntentStorage = Pick<Storage, "getItem" | "setItem">;

const KEY = "kasir.intents";

function memory(): IntentStorage {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, text) => void items.set(key, text) };
}

/** A page without storage (a private window, a server) keeps them in memory. */
export function pageStorage(): IntentStorage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem(KEY);
    return storage;
  } catch {
    return memory();
  }
}

/** Anybody can write into a page's storage. */
const isIntent = (one: Partial<Intent> | null): one is Intent =>
  [one?.operation, one?.basket, one?.progress].every((text) => typeof text === "string") && /^[\da-f-]{36}$/.test(one?.reference ?? "");

export class Intents {
  readonly #storage: IntentStorage;
  /** What the storage did not take, being full or forbidden: it must not stop a purchase. */
  #spare: string | undefined;
  readonly #listeners = new Set<(intents: Intent[]) => void>();

  constructor(storage: IntentStorage) {
    this.#storage = storage;
  }

  all(): Intent[] {
    try {
      const kept: unknown = JSON.parse(this.#spare ?? this.#storage.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isIntent) : [];
    } catch {
      return [];
    }
  }

  of(operation: string, basket: string): Intent | undefined {
    return this.all().find((intent) => intent.operation === operation && intent.basket === basket);
  }

  named(reference: string): Intent | undefined {
    return this.all().find((intent) => intent.reference === reference);
  }

  keep(intent: Intent): void {
    this.#write([...this.all().filter(({ reference }) => reference !== intent.reference), intent]);
  }

  forget(reference: string): void {
    this.#write(this.all().filter((intent) => intent.reference !== reference));
  }

  subscribe(listener: (intents: Intent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #write(intents: Intent[]): void {
    const text = JSON.stringify(intents);
    try {
      this.#storage.setItem(KEY, text);
      this.#spare = undefined;
    } catch {
      this.#spare = text;
    }
    for (const listener of this.#listeners) tell(listener, intents);
  }
}
