/** What a provider's endpoint answers, before a fault may spoil it. */

import type { SpoilKind } from "./spoil.ts";

export interface Answer {
  http: number;
  body: string;
  contentType?: string;
  location?: string;
  /** The provider's code, for the log and the counts. */
  code?: string;
  /** No page shows this shape, or none shows it for this situation. */
  invented?: boolean;
  /** How a magic destination wants the answer delivered. */
  spoil?: SpoilKind;
  transactionId?: string;
}
