/** Options as columns of text, which cross faster than JSON; src/options.rs reads what this writes. */
import { KasirError } from "./errors.ts";
import { jsonTape } from "./tape.ts";
import type { AnswerOptions, PrepareOptions } from "./types.ts";

/** Stands between the columns and what the question is about. */
export const END = "\x1e";
const NEXT = "\x1f";

type Given = PrepareOptions & AnswerOptions & { context?: { context?: unknown } };

/** Of the provider's answers only what the core reads crosses, however much they hold. */
const READ = (
  "attraction booking_field customer_booking_field key type list_option code calendar date start_date end_date " +
  "trip returnTrip id available_seat depart_time arrival_time seats name taken"
).split(" ");

/** What the last columns were made of, and they: a page asks with the same options again and again. */
let last: unknown[] = [];
let lastColumns = "";

/** The columns of the options, of the question's subject and of an edit, up to their end, and the tape of params. Every option is read once. */
export function columnsOf(options: object = {}, subject = "", params?: object, edit = ""): string {
  try {
    const { language, today, treatAsError, escapes, context, reference, state, receipt } = members<Given>(options);
    const { product, attraction, trip, returnTrip, context: inner } = members(context ?? {});
    // Options put in the context's place: what they say would be lost.
    if (inner) throw inner;
    const { kind, open, operator } = members(product ?? {});
    const tapes = receipt || attraction || trip || returnTrip || params;
    const plain = [language, today, treatAsError, escapes, kind, open, operator, reference, state, subject, edit];
    if (!tapes && plain.every((one, at) => one === last[at] && typeof one !== "object")) return lastColumns;
    let columns = "";
    let gap = "";
    for (const column of [
      spelled(language), spelled(today), spelled(listed(treatAsError)), spelled(escapes), spelled(kind), open === true ? "1" : "",
      spelled(operator), spelled(reference || null), spelled(state), taped(receipt),
      taped((attraction || trip || returnTrip) && context, READ), subject && spelled(subject), edit && spelled(edit),
    ]) {
      if (column) {
        columns += gap + column;
        gap = "";
      }
      gap += NEXT;
    }
    columns += END + (params ? jsonTape(JSON.stringify(params)) : "");
    if (!tapes) [last, lastColumns] = [plain, columns];
    return columns;
  } catch (cause) {
    throw new KasirError("ERR_BAD_OPTIONS", cause);
  }
}

function members<One extends object>(value: One): One {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw value;
  return value;
}

const taped = (value: unknown, keys?: string[]): string => (value ? spelled(jsonTape(JSON.stringify(value, keys))) : "");

/** A comma behind the last code tells a list of codes from the name of a set. */
const listed = (value: unknown): unknown => (Array.isArray(value) ? value.map((code) => `${String(code).replace(/,/g, " ")},`).join("") || null : value);

/** A text of which the core can tell whether it knows it: an empty one would count as not given. */
function spelled(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" && typeof value !== "number") return " ";
  const text = String(value);
  return /[\x1e\x1f]/.test(text) ? text.replace(/[\x1e\x1f]/g, " ") : text || " ";
}
