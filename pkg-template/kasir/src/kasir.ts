/** The library over a loaded core: plain calls, plain data, nothing kept. */
import { CAREFUL, carefulWalk, MAX_LENGTH } from "./careful_walk.ts";
import { KasirError } from "./errors.ts";
import type { Forms, Inputs, IssueCode, OperationId, ParseKind } from "./generated.ts";
import { ask } from "./instance.ts";
import { type Operation, readOperations } from "./shape.ts";
import type {
  Answer, AnswerOptions, Field, Issue, Language, Options, Outcome, Parsed, Prepared, PrepareOptions, Problem,
} from "./types.ts";
import { quickWalk } from "./walk.ts";

/** Anybody's JSON text, in place of the quick walk's count of marks. */
const JSON_TEXT = -2;

export interface Kasir {
  readonly operations: readonly OperationId[];
  fields(operation: OperationId, options?: Options): Field[];
  /** The issues of the fields that a person fills in. */
  validate<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options?: Options): Issue[];
  validateField<Op extends OperationId>(operation: Op, name: string, form: Partial<Forms[Op]> | object, options?: Options): Issue[];
  /** The final request, or everything that stands in its way. */
  prepare<Op extends OperationId>(operation: Op, input: Inputs[Op] | object | string, options?: PrepareOptions): Prepared;
  readResponse(operation: OperationId, answer: Answer, options?: AnswerOptions): Outcome;
  parse(kind: ParseKind, text: string, options?: Options): Parsed;
  message(problem: Pick<Issue, "code" | "params"> | Problem, language: Language): string;
  newReference(): string;
}

let table: Map<string, Operation> | undefined;

export function operationNamed(id: string): Operation {
  table ??= readOperations(ask((core) => core.operations()));
  const operation = table.get(id);
  if (!operation) throw new KasirError("ERR_UNKNOWN_OPERATION");
  return operation;
}

/** What TypeScript keeps a caller from, and JavaScript does not: an operation, a name or a code that is no text. */
const spelled = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

function written(options: object | undefined): string {
  if (options === undefined) return "";
  try {
    return JSON.stringify(options) ?? "null";
  } catch (cause) {
    throw new KasirError("ERR_BAD_OPTIONS", cause);
  }
}

function reworded(issues: Issue[], options: Options | undefined): Issue[] {
  const own = options?.messages;
  return own ? issues.map((issue) => ({ ...issue, message: own[issue.code] ?? issue.message })) : issues;
}

/** Crosses quickly where the input allows it; the core answers undefined where it wants the careful walk. */
function crossing<Result>(input: unknown, operation: Operation, question: (text: string, marks: number) => Result | undefined): Result {
  const quick = quickWalk(input, operation);
  return (quick && question(quick.text, quick.marks)) ?? (question(carefulWalk(input), CAREFUL) as Result);
}

function prepareObject(operation: Operation, input: unknown, options: string): Prepared {
  const quick = quickWalk(input, operation);
  if (quick && operation.method === "POST") {
    const body = ask((core) => core.body(operation.id, quick.text, quick.marks, options));
    if (body !== undefined) {
      const { id, provider, method, path } = operation;
      return { ok: true, request: { operation: id as OperationId, provider, method, path, body, reference: quick.reference }, advice: [] };
    }
  }
  const prepared = quick && ask((core) => core.prepare(operation.id, quick.text, quick.marks, options));
  return prepared ?? ask((core) => core.prepare(operation.id, carefulWalk(input), CAREFUL, options));
}

/** Text that the core cannot be given as it is, or that is too long for it anyway, becomes the careful walk's word for it. */
function prepareText(operation: Operation, text: string, options: string): Prepared {
  const plain = text.length <= MAX_LENGTH && text.isWellFormed();
  return ask((core) => core.prepare(operation.id, plain ? text : carefulWalk(text), plain ? JSON_TEXT : CAREFUL, options));
}

/** An answer comes from a network: what cannot be read is as good as no answer. */
function readable(answer: unknown): { http: number; body: string; shown: boolean } {
  let shown = false;
  try {
    if (typeof answer === "string") return { http: 0, body: answer, shown };
    const { http, body, state } = answer as { http?: unknown; body?: unknown; state?: unknown };
    if (typeof http === "number" && typeof body === "string") return { http, body, shown };
    shown = typeof state === "string";
    return { http: 0, body: JSON.stringify(answer) ?? "", shown };
  } catch {
    return { http: 0, body: "", shown };
  }
}

export const kasir: Kasir = {
  get operations() {
    operationNamed("klikoo.product_buy");
    return [...(table as Map<string, Operation>).keys()] as OperationId[];
  },

  fields(operation, options) {
    const { id } = operationNamed(operation);
    const text = written(options);
    return ask((core) => core.fields(id, text));
  },

  validate(operation, form, options) {
    const text = written(options);
    const issues = crossing<Issue[]>(form, operationNamed(operation), (walk, marks) =>
      ask((core) => core.validate(operation, walk, marks, text)));
    return reworded(issues, options);
  },

  validateField(operation, name, form, options) {
    const text = written(options);
    const issues = crossing<Issue[]>(form, operationNamed(operation), (walk, marks) =>
      ask((core) => core.validateField(operation, spelled(name), walk, marks, text)));
    return reworded(issues, options);
  },

  prepare(operation, input, options) {
    const known = operationNamed(operation);
    const text = written(options);
    const prepared = typeof input === "string" ? prepareText(known, input, text) : prepareObject(known, input, text);
    if (prepared.ok) return { ...prepared, advice: reworded(prepared.advice, options) };
    return { ok: false, issues: reworded(prepared.issues, options) };
  },

  readResponse(operation, answer, options) {
    const { id } = operationNamed(operation);
    const text = written(options);
    const { http, body, shown } = readable(answer);
    return ask((core) => (shown ? core.readShown(id, body, text) : core.readRaw(id, http, body, text)));
  },

  parse(kind, text, options) {
    const terms = written(options);
    const parsed: Parsed = ask((core) => core.parse(spelled(kind), spelled(text), terms));
    return { ...parsed, issues: reworded(parsed.issues, options) };
  },

  message(problem, language) {
    const params = written(problem?.params ?? {});
    return ask((core) => core.message(spelled(problem?.code), params, spelled(language)));
  },

  newReference: () => ask((core) => core.newReference()),
};

/** A new version 4 UUID. */
export const newReference = (): string => kasir.newReference();

export const isError = (issue: { severity: string }): boolean => issue.severity === "error";

export type { IssueCode };
