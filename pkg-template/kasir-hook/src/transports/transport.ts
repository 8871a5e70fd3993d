/** How bytes reach a provider. A transport never retries, never follows a redirect, never reuses a connection to buy. */

export interface WireRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** The empty string where there is no body. */
  body: string;
  connectMs: number;
  totalMs: number;
  /** Largest answer in bytes. */
  maxBytes: number;
}

export interface WireAnswer {
  http: number;
  body: string;
}

/** Rejects when no whole answer arrived, for whatever reason; with a NoAnswer of `sent: false` only where nothing was sent. */
export interface Transport {
  send(request: WireRequest): Promise<WireAnswer>;
}

/** No whole answer arrived. `code` is fit for a log: it never holds a body or an address. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly code: string;
  /** False only where it is certain that not a byte of the request left: then nothing can have been bought by it. */
  readonly sent: boolean;

  constructor(code: string, options: { cause?: unknown; sent?: boolean } = {}) {
    super(code, options);
    this.code = code;
    this.sent = options.sent ?? true;
  }
}

/** By its fields and not by its class, for two bundles have two classes; whatever else was thrown proves nothing. */
export function provesNothingSent(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return false;
  const { name, sent } = thrown as { name?: unknown; sent?: unknown };
  return name === "NoAnswer" && sent === false;
}
