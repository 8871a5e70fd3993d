/** Takes one intent as far as it goes: the core's machine says what is next, this does it. */
import type { Call, ProblemDetails, Reply, Row } from "./hook_client.ts";
import { ask } from "./instance.ts";
import type { Intent, Intents } from "./intents.ts";
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
  problem?: ProblemDetails;
  /** The hook answered at once that this purchase is over and did not happen: the basket may be bought anew. */
  room?: boolean;
  /** The hook has no row of it. */
  gone?: boolean;
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const DID_NOT_HAPPEN = new Set(["failed", "cancelled"]);

type Act = "post" | "poll" | "show" | "settle" | "forget" | "delete";

export async function conduct(steps: Steps): Promise<Conducted> {
  const conducted: Conducted = { intent: steps.intent };
  // Only the refusal of the very first call proves that nothing was bought.
  let only = steps.intent.progress === "kept" && steps.body !== null;
  let early = true;
  let act = move(conducted, steps, "submit");
  for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const posts = act === "post" && steps.body !== null;
    const reply = await (posts ? post(steps, conducted.intent) : poll(steps, conducted.intent));
    const event = posts ? eventOfPost(reply, only) : eventOfPoll(reply);
    if (reply.kind === "row") show(reply.row, conducted, steps);
    if (reply.kind === "problem" && posts) conducted.problem = reply.problem;
    if (early) conducted.room = DID_NOT_HAPPEN.has(event) || isCancelled(reply);
    if (event === "not_found" && steps.body === null) return forget(steps, { ...conducted, gone: true });
    act = move(conducted, steps, event);
    if (act === "settle" || act === "forget") return forget(steps, conducted);
    if (act === "show") return conducted;
    // The reference stands for another form already: its row is asked for at once, and only then judged.
    const reused = isReused(reply);
    early = early && reused;
    only = false;
    const wait = reused || act === "post" ? 0 : Math.max(pause, reply.kind === "row" ? reply.retryAfter : 0);
    if (Date.now() + wait > steps.until || !(await slept(wait, steps.signal))) return conducted;
  }
}

function move(conducted: Conducted, steps: Steps, event: string): Act {
  const [progress, act] = ask((core) => core.intentStep(conducted.intent.progress, event)).split(" ") as [string, Act];
  conducted.intent = { ...conducted.intent, progress };
  // Kept before anything is sent: a page that dies in mid-call finds it again.
  if (progress !== "over") steps.intents.keep(conducted.intent);
  return act;
}

const post = ({ call, body, signal }: Steps, { reference }: Intent): Promise<Reply> =>
  call("POST", "/intents", body ?? undefined, { "idempotency-key": reference }, signal);

const poll = ({ call, signal }: Steps, { reference }: Intent): Promise<Reply> =>
  call("GET", `/intents/${encodeURIComponent(reference)}`, undefined, undefined, signal);

const isReused = (reply: Reply): boolean => reply.kind === "problem" && reply.problem.code === "reference.reused";
const isCancelled = (reply: Reply): boolean => reply.kind === "problem" && reply.problem.code === "intent.cancelled";

function eventOfPost(reply: Reply, only: boolean): string {
  if (reply.kind === "row") return reply.row.state;
  if (reply.kind === "unreachable" || isReused(reply)) return "unreachable";
  return only || isCancelled(reply) ? "refused" : "refused_again";
}

function eventOfPoll(reply: Reply): string {
  if (reply.kind === "row") return reply.row.state;
  return reply.kind === "problem" && reply.problem.code === "intent.not_found" ? "not_found" : "unreachable";
}

function show(row: Row, conducted: Conducted, steps: Steps): void {
  const changed = row.state !== conducted.intent.state;
  conducted.intent = { ...conducted.intent, state: row.state };
  conducted.outcome = steps.outcomeOf(row);
  delete conducted.problem;
  if (changed) steps.onChange?.(conducted.outcome);
}

function forget(steps: Steps, conducted: Conducted): Conducted {
  steps.intents.forget(conducted.intent.reference);
  return conducted;
}

/** False where the wait was broken off. */
function slept(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(true), ms);
    const stop = (): void => settle(false);
    const settle = (whole: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve(whole);
    };
    signal?.addEventListener("abort", stop);
  });
}
