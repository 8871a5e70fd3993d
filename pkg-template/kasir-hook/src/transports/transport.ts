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

/** Rejects when no whole answer arrived, for whatever reason. */
export interface Transport {
  send(request: WireRequest): Promise<WireAnswer>;
}

/** No whole answer arrived. `code` is fit for a log: it never holds a body or an address. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly code: string;

  constructor(code: string, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
  }
}
