/** Takes one intent as far as it goes: the core's machine says what is next, this does it. */
import type { Call, ProblemDetails, Reply, Row } from "./hook_client.ts";
import { ask } from "./instance.ts";
import type { Intent, Intents } from "./intents.ts";
import { END } from "./options.ts";
import { INTENT_STEP } from "./questions.ts";
import { tell } from "./tell.ts";
import type { Outcome } from "./types.ts";

export interface Steps {
  intents: Intents;
  intent: Intent;
  call: Call;
  /** What is posted; null where a page that was loaded again only follows. */
  body: object | null;
  signal: AbortSignal | undefined;
  /** When following ends, in milliseconds since 1970. */
  until: number;
  outcomeOf(row: Row): Outcome;
  onChange: ((outcome: Outcome) => void) | undefined;
}

export interface Conducted {
  intent: Intent;
  outcome?: Outcome;
  /** Why the hook did not take the call. */
  problem?: ProblemDetails;
  /** The hook said at once that this purchase did not happen: the basket may be bought anew. */
  room?: boolean;
}

type Act = "post" | "poll" | "delete" | "show" | "settle" | "forget";

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const DID_NOT_HAPPEN = new Set(["failed", "cancelled"]);

export async function conduct(steps: Steps): Promise<Conducted> {
  const conducted: Conducted = { intent: steps.intent };
  // Only the refusal of the very first call proves that nothing was bought.
  let first = steps.intent.progress === "kept";
  let act = next(conducted, steps, "submit");
  for (let pause = SHORTEST_PAUSE_MS, early = true; ; first = false) {
    if (act === "post" && !steps.body) act = "poll";
    const reply = await called(act, steps, conducted.intent);
    const event = heard(act, reply, first, conducted, steps);
    conducted.room = early && DID_NOT_HAPPEN.has(event);
    act = next(conducted, steps, event);
    if (act === "settle" || act === "forget") steps.intents.forget(conducted.intent.reference);
    if (act !== "post" && act !== "poll" && act !== "delete") return conducted;
    // What a problem leads to is asked at once, and answered by a row or by an end.
    if (reply.problem && (conducted.problem || act !== "poll")) continue;
    const wait = Math.max(pause, reply.retryAfter ?? 0);
    if (Date.now() + wait > steps.until || !(await slept(wait, steps.signal))) return conducted;
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
    early = false;
  }
}

/** The core's next act. The intent is kept before anything is sent: a page that dies in mid-call finds it again. */
function next(conducted: Conducted, { intents }: Steps, event: string): Act {
  const [progress, act] = ask<string>(INTENT_STEP, `${END}${conducted.intent.progress} ${event}`).split(" ") as [string, Act];
  conducted.intent = { ...conducted.intent, progress };
  if (progress !== "over") intents.keep(conducted.intent);
  return act;
}

async function called(act: Act, { call, body, signal }: Steps, { reference }: Intent): Promise<Reply> {
  const path = `/intents/${reference}`;
  const reply = await (act === "post"
    ? call("POST", "/intents", body ?? undefined, { "idempotency-key": reference }, signal)
    : call(act === "delete" ? "DELETE" : "GET", path, undefined, undefined, signal));
  return reply.row && reply.row.reference !== reference ? {} : reply;
}

/** What a reply means to the machine. A call refused after an earlier one is looked into: that one may have arrived. */
function heard(act: Act, reply: Reply, first: boolean, conducted: Conducted, steps: Steps): string {
  const { row, problem } = reply;
  if (row) {
    show(row, conducted, steps);
    return row.state;
  }
  if (conducted.problem) return "refused_again";
  if (!problem) return "unreachable";
  const { code } = problem;
  if (act === "poll" && code === "intent.not_found") return steps.body && conducted.intent.progress !== "seen" ? "not_found" : "cancel";
  if (act === "post" || code === "intent.cancelled" || (act === "delete" && code !== "intent.in_flight")) conducted.problem = problem;
  if (code === "intent.cancelled") return "cancelled";
  if (act === "post") return first ? "refused" : "unreachable";
  return conducted.problem ? "refused_again" : "unreachable";
}

function show(row: Row, conducted: Conducted, steps: Steps): void {
  const changed = row.state !== conducted.intent.state;
  conducted.intent = { ...conducted.intent, state: row.state };
  conducted.outcome = steps.outcomeOf(row);
  delete conducted.problem;
  if (changed) tell(steps.onChange, conducted.outcome);
}

/** False where the wait was broken off. */
function slept(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve(true);
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
