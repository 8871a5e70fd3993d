/** Tokens handed out and when they run out. */

export class Tokens {
  readonly #expiries = new Map<string, number>();

  issue(token: string, expiresAt: number): void {
    this.#expiries.set(token, expiresAt);
  }

  standing(token: string, now: number): "valid" | "expired" | "unknown" {
    const expiresAt = this.#expiries.get(token);
    if (expiresAt === undefined) return "unknown";
    return expiresAt > now ? "valid" : "expired";
  }

  expire(token: string): void {
    if (this.#expiries.has(token)) this.#expiries.set(token, 0);
  }
}
