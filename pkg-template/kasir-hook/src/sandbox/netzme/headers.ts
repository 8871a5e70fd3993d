/**
 * The headers of every Netzme call: client, epoch milliseconds of the same day, an id used once.
 *
 * The pages ask that "the date of timestamp should be the date you request" and name no zone; Jakarta's day is taken.
 */

import type { Answer } from "../answer.ts";
import { jakartaDay } from "../clock.ts";
import { type ProviderRequest, header } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { inventedFailure } from "./envelope.ts";

function isToday(state: SandboxState, timestamp: string): boolean {
  return /^\d{13}$/.test(timestamp) && jakartaDay(Number(timestamp)) === jakartaDay(state.clock.checked());
}

export function headerFailure(state: SandboxState, request: ProviderRequest): Answer | null {
  const fail = (message: string): Answer => inventedFailure(state.settings, "AUTH", 401, message);
  if (header(request, "x-client-id") !== state.netzme.clientId) return fail("Unknown X-CLIENT-ID");
  if (!isToday(state, header(request, "x-timestamp"))) return fail("X-TIMESTAMP is not of today");
  const id = header(request, "x-msg-id").toLowerCase();
  if (id === "" || state.books.messageIds.has(id)) return fail("X-MSG-ID is missing or was used before");
  state.books.messageIds.add(id);
  return null;
}
