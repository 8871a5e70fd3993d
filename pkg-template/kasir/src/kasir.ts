/** The library over a loaded core: plain calls, plain data, nothing kept. */
import { CAREFUL, carefulWalk } from "./careful_walk.ts";
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

function written(options: object | undefined): string {
  if (options === undefined) return "";
  try {
    return JSON.stringify(options);
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

export const kasir: Kasir = {
  get operations() {
    operationNamed("klikoo.product_buy");
    return [...(table as Map<string, Operation>).keys()] as OperationId[];
  },

  fields: (operation, options) => ask((core) => core.fields(operation, written(options))),

  validate(operation, form, options) {
    const text = written(options);
    const issues = crossing<Issue[]>(form, operationNamed(operation), (walk, marks) =>
      ask((core) => core.validate(operation, walk, marks, text)));
    return reworded(issues, options);
  },

  validateField(operation, name, form, options) {
    const text = written(options);
    const issues = crossing<Issue[]>(form, operationNamed(operation), (walk, marks) =>
      ask((core) => core.validateField(operation, name, walk, marks, text)));
    return reworded(issues, options);
  },

  prepare(operation, input, options) {
    const known = operationNamed(operation);
    const text = written(options);
    const prepared: Prepared = typeof input === "string"
      ? ask((core) => core.prepare(operation, input.isWellFormed() ? input : carefulWalk(input), JSON_TEXT, text))
      : prepareObject(known, input, text);
    if (prepared.ok) return { ...prepared, advice: reworded(prepared.advice, options) };
    return { ok: false, issues: reworded(prepared.issues, options) };
  },

  readResponse(operation, answer, options) {
    const text = written(options);
    if (typeof answer === "string") return ask((core) => core.readRaw(operation, 0, answer, text));
    const given = answer as { http?: number; body?: unknown; state?: unknown };
    if (typeof given.http === "number" && typeof given.body === "string") {
      const { http, body } = given as { http: number; body: string };
      return ask((core) => core.readRaw(operation, http, body, text));
    }
    const json = written(given);
    return ask((core) => (typeof given.state === "string" ? core.readShown(operation, json, text) : core.readRaw(operation, 0, json, text)));
  },

  parse(kind, text, options) {
    const parsed: Parsed = ask((core) => core.parse(kind, String(text), written(options)));
    return { ...parsed, issues: reworded(parsed.issues, options) };
  },

  message: (problem, language) => ask((core) => core.message(problem.code, written(problem.params ?? {}), language)),

  newReference: () => ask((core) => core.newReference()),
};

/** A new version 4 UUID. */
export const newReference = (): string => kasir.newReference();

export const isError = (issue: { severity: string }): boolean => issue.severity === "error";

export type { IssueCode };
