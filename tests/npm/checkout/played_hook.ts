/** A hook as HOOK.md has it, over real HTTP, that a test can make misbehave; and a storage beside it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { IntentStorage } from "kasir";

export interface Received {
  method: string;
  path: string;
  key: string | undefined;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown> | null;
}

export interface Row {
  state: string;
  answer: object | null;
  receipt: object | null;
  input: string;
}

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** What happens instead of the usual: an answer, the usual one unanswered, or nothing at all. */
export type Fault = Answer | "drop_before" | "drop_after" | ((usual: () => Answer) => Answer | Promise<Answer>);

export const problem = (status: number, code: unknown, more: object = {}): Answer => ({
  status,
  body: { title: "no", status, code, ...more },
  headers: { "content-type": "application/problem+json; charset=utf-8" },
});

export class PlayedHook {
  readonly received: Received[] = [];
  readonly rows = new Map<string, Row>();
  /** The states that rows go through, one at each look; a new row succeeds where none is named. */
  states: string[] = [];
  /** What becomes of the next calls, in their order. */
  readonly faults: Fault[] = [];
  url = "";
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/kasir`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  methods(): string {
    return this.received.map(({ method }) => method).join(" ");
  }

  posts(): Received[] {
    return this.received.filter(({ method }) => method === "POST");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { method = "", url = "", headers } = request;
    const received: Received = { method, path: url.replace("/kasir", ""), key: headers["idempotency-key"] as string | undefined, headers, body: text ? JSON.parse(text) : null };
    this.received.push(received);
    const fault = this.faults.shift();
    if (fault === "drop_before") return void response.destroy();
    const usual = (): Answer => this.#answer(received);
    const answer = typeof fault === "function" ? await fault(usual) : typeof fault === "object" ? fault : usual();
    if (fault === "drop_after") return void response.destroy();
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { "content-type": "application/json", "cache-control": "no-store", ...answer.headers }).end(body);
  }

  #answer({ method, path, key, body }: Received): Answer {
    if (path === "/queries") return { status: 200, body: { reference: "q", operation: body?.["operation"], state: "success", answer: { state: "success", data: { customer_name: "SITI" } } } };
    const reference = key ?? path.replace("/intents/", "");
    const row = this.rows.get(reference);
    if (method === "POST") return this.#posted(reference, row, JSON.stringify(body?.["input"]));
    if (method === "DELETE") return this.#deleted(reference, row);
    return row ? this.#shown(reference, row) : problem(404, "intent.not_found");
  }

  #posted(reference: string, row: Row | undefined, input: string): Answer {
    if (row?.state === "cancelled") return problem(410, "intent.cancelled", { state: "cancelled" });
    if (row && row.input !== input) return problem(422, "reference.reused");
    const made = row ?? { state: "sent", answer: null, receipt: { product_code: "TSEL20" }, input };
    this.rows.set(reference, made);
    if (!row && this.states.length === 0) made.state = "success";
    return this.#shown(reference, made);
  }

  #deleted(reference: string, row: Row | undefined): Answer {
    if (row && row.state !== "cancelled") return problem(409, "intent.in_flight", { state: row.state });
    this.rows.set(reference, { state: "cancelled", answer: null, receipt: null, input: "" });
    return { status: 200, body: { reference, state: "cancelled" } };
  }

  #shown(reference: string, row: Row): Answer {
    if (!["cancelled", "success", "failed"].includes(row.state)) row.state = this.states.shift() ?? row.state;
    const { state, receipt } = row;
    const answer = state === "success" ? { state, data: { transaction_id: "14429004", sn: "223731" } } : row.answer;
    // A purchase given up before it was sent is no row of an operation.
    return { status: 200, body: { reference, operation: state === "cancelled" ? "" : "klikoo.product_buy", state, answer, receipt } };
  }
}

/** What a page keeps over a reload. */
export class PlayedStorage implements IntentStorage {
  text: string | null = null;
  /** Everything that was ever written. */
  readonly written: string[] = [];

  getItem(): string | null {
    return this.text;
  }

  setItem(_: string, text: string): void {
    this.written.push(text);
    this.text = text;
  }
}
