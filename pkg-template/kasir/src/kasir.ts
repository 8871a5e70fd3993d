/** The library over a loaded core: plain calls, plain data, nothing kept. */
import { CAREFUL, carefulWalk, MAX_LENGTH } from "./careful_walk.ts";
import { KasirError } from "./errors.ts";
import type { Forms, Inputs, IssueCode, OperationId, OperationKind, ParseKind, ProblemCode, TypedKind } from "./generated.ts";
import { ask } from "./instance.ts";
import { columnsOf, END } from "./options.ts";
import { AS_YOU_TYPE, BODY, FIELDS, MESSAGE, NEW_REFERENCE, OPERATIONS, PARSE, PREPARE, READ_RAW, READ_SHOWN, VALIDATE } from "./questions.ts";
import { type Operation, readOperations } from "./shape.ts";
import { answerTape, jsonTape } from "./tape.ts";
import type {
  Answer, AnswerOptions, Field, Issue, Language, Options, Outcome, Parsed, Prepared, PrepareOptions, Problem, Typed,
} from "./types.ts";
import { quickWalk, type Walk } from "./walk.ts";

/** The library, as `load()` gives it. What a person typed wrongly comes as issues; only misuse is thrown, as a `KasirError`. */
export interface Kasir {
  /** The names of the operations. */
  readonly operations: readonly OperationId[];
  /** Whether it asks, sets, holds or buys: `checkout.query` is for a `query`, `checkout.submit` for all others. */
  kind(operation: OperationId): OperationKind;
  /** What a form is drawn from: every field, those of `owner` `form` for a person. By `context` a destination is a telephone number, a meter, a card. */
  fields(operation: OperationId, options?: Options): Field[];
  /**
   * The issues of the fields that a person fills in; none where all is well. Reads an object of the form's own keys, as `bindForm` gives it, and no
   * `FormData`. Without `context.product.kind` a destination is held to what the product code tells, which may be nothing.
   */
  validate<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options?: Options): Issue[];
  /** The same of one field or list, by the name of its control: `value`, `departure.passengers.0.dob`, `departure.passengers`. */
  validateField<Op extends OperationId>(operation: Op, name: string, form: Partial<Forms[Op]> | object, options?: Options): Issue[];
  /** The final request, or everything that stands in its way. Needs every field, the merchant's and the reference too, as an object or as JSON text. */
  prepare<Op extends OperationId>(operation: Op, input: Inputs[Op] | object | string, options?: PrepareOptions): Prepared;
  /** What became of a purchase or a query, for a person to read. A purchase's answer that cannot be read is `unknown`, never `failed`. */
  readResponse(operation: OperationId, answer: Answer, options?: AnswerOptions): Outcome;
  /** One value by itself: its wire spelling, what it tells, how it is masked, what is wrong with it. */
  parse(kind: ParseKind, text: string, options?: Options): Parsed;
  /**
   * What a control is to show after the browser's edit: its text, the caret's place in it and the event's `inputType`, which counts as typing where
   * it is left out. What an input method composes is left alone: ask again, without an `inputType`, once it has ended.
   */
  formatAsYouType(kind: TypedKind, text: string, caret: number, inputType?: string): Typed;
  /** The sentence of an issue's or of a refusal's code, with the limits that `params` has. */
  message(problem: Pick<Problem, "params"> & { code: IssueCode | ProblemCode }, language: Language): string;
  /** A new version 4 UUID. */
  newReference(): string;
}

let table: Map<string, () => Operation> | undefined;

export function operationNamed(id: string): Operation {
  table ??= readOperations(ask(OPERATIONS, END));
  const operation = table.get(id)?.();
  if (!operation) throw new KasirError("ERR_UNKNOWN_OPERATION");
  return operation;
}

/** What TypeScript keeps a caller from, and JavaScript does not: a name or a code that is no text. */
const spelled = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

function reworded(issues: Issue[], options: Options | undefined): Issue[] {
  const own = options?.messages;
  return own ? issues.map((issue) => ({ ...issue, message: own[issue.code] ?? issue.message })) : issues;
}

/** Crosses quickly where the input allows it; the core answers undefined where it wants the careful walk. */
function crossing<Answer>(question: number, { place }: Operation, quick: Walk | null, input: unknown, columns: string): Answer {
  return (quick && ask<Answer | undefined>(question, columns + quick.text, place, quick.marks))
    ?? ask<Answer>(question, columns + carefulWalk(input), place, CAREFUL);
}

function prepareObject(operation: Operation, input: unknown, columns: string): Prepared {
  const quick = quickWalk(input, operation);
  if (quick && operation.method === "POST") {
    const body = ask<string | undefined>(BODY, columns + quick.text, operation.place, quick.marks);
    if (body !== undefined) {
      const { id, provider, method, path } = operation;
      return { ok: true, request: { operation: id as OperationId, provider, method, path, body, reference: quick.reference }, advice: [] };
    }
  }
  return crossing(PREPARE, operation, quick, input, columns);
}

/** Text that is too long becomes the careful walk's word for it. */
const prepareText = ({ place }: Operation, text: string, columns: string): Prepared =>
  ask(PREPARE, columns + (text.length > MAX_LENGTH ? carefulWalk(text) : jsonTape(text)), place, CAREFUL);

/** An answer comes from a network: what cannot be read is as good as no answer. */
function readable(answer: unknown): { http: number; body: string; shown: boolean } {
  let shown = false;
  try {
    if (typeof answer === "string") return { http: 0, body: answer, shown };
    const { http, body, state } = answer as { http?: unknown; body?: unknown; state?: unknown };
    if (typeof http === "number" && typeof body === "string") return { http: http > 99 && http < 600 ? Math.trunc(http) : 0, body, shown };
    shown = typeof state === "string";
    return { http: 0, body: JSON.stringify(answer) ?? "", shown };
  } catch {
    return { http: 0, body: "", shown };
  }
}

export const kasir: Kasir = {
  get operations() {
    operationNamed("klikoo.product_buy");
    return [...(table as Map<string, unknown>).keys()] as OperationId[];
  },

  kind: (operation) => operationNamed(operation).kind,

  fields: (operation, options) => ask(FIELDS, columnsOf(options), operationNamed(operation).place),

  validate(operation, form, options) {
    const columns = columnsOf(options);
    const known = operationNamed(operation);
    return reworded(crossing(VALIDATE, known, quickWalk(form, known), form, columns), options);
  },

  validateField(operation, name, form, options) {
    const issues = kasir.validate(operation, form, options);
    const control = spelled(name).replaceAll("[", ".").replaceAll("]", "");
    if (!operationNamed(operation).names.test(control)) throw new KasirError("ERR_UNKNOWN_FIELD");
    return issues.filter((issue) => `${issue.name}.`.startsWith(`${control}.`));
  },

  prepare(operation, input, options) {
    const known = operationNamed(operation);
    const columns = columnsOf(options);
    const prepared = typeof input === "string" ? prepareText(known, input, columns) : prepareObject(known, input, columns);
    if (prepared.ok) prepared.advice = reworded(prepared.advice, options);
    else prepared.issues = reworded(prepared.issues, options);
    return prepared;
  },

  readResponse(operation, answer, options) {
    const { place } = operationNamed(operation);
    const columns = columnsOf(options);
    const { http, body, shown } = readable(answer);
    return ask(shown ? READ_SHOWN : READ_RAW, columns + answerTape(body), place, http);
  },

  parse(kind, text, options) {
    const parsed = ask<Parsed>(PARSE, columnsOf(options, spelled(kind)) + spelled(text));
    parsed.issues = reworded(parsed.issues, options);
    return parsed;
  },

  formatAsYouType(kind, text, caret, inputType) {
    const shown = spelled(text);
    const typed = ask<Typed>(AS_YOU_TYPE, columnsOf({}, spelled(kind), undefined, inputType) + shown, 0, caret);
    // Half of a surrogate pair does not cross.
    if (!shown.isWellFormed()) typed.text = shown;
    return typed;
  },

  message: (problem, language) => ask(MESSAGE, columnsOf({ language: language ?? "" }, spelled(problem?.code), problem?.params)),

  newReference: () => ask(NEW_REFERENCE, END),
};

/** A new version 4 UUID. */
export const newReference = (): string => kasir.newReference();

export const isError = (issue: { severity: string }): boolean => issue.severity === "error";

