// A purchase that the page's storage no longer keeps, read from the hook by its reference: settled orders, other pages' orders.
import { load } from "kasir/web";
import { language } from "./say.js";

/** The outcome, or null where the hook has no such row or cannot be reached. */
export async function readRow(reference) {
  const [kasir, response] = await Promise.all([load(), fetch(`/kasir/intents/${reference}`, { cache: "no-store" }).catch(() => null)]);
  if (!response?.ok) return null;
  const { operation, state, answer, receipt } = await response.json();
  return kasir.readResponse(operation, answer ?? { state }, { language, reference, receipt, state });
}
