/** Standard Schema v1 (https://standardschema.dev): what form libraries take. */
import type { Forms, OperationId } from "./generated.ts";
import { isStarted } from "./instance.ts";
import { isError, type Kasir, kasir } from "./kasir.ts";
import { normalised } from "./normalised.ts";
import { tell } from "./tell.ts";
import type { Issue, Options } from "./types.ts";

export interface SchemaOptions extends Options {
  /** Called with what is worth telling and stands in nobody's way; what it throws is reported and stops no form. */
  onAdvice?: ((advice: Issue[]) => void) | undefined;
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** The shape of a Standard Schema; written here so that kasir depends on nothing. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "kasir";
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output };
  };
}

/** A schema of an operation's form. Until the module is loaded an answer is a promise, which loads it; from then on none is. */
export const schemaOver = (load: () => Promise<Kasir>) =>
  <Op extends OperationId>(operation: Op, options: SchemaOptions = {}): StandardSchemaV1<Forms[Op]> => {
    const { onAdvice, ...terms } = options;
    const judge = (value: unknown): SchemaResult<Forms[Op]> => {
      const issues = kasir.validate(operation, value as object, { treatAsError: "typos", ...terms });
      const errors = issues.filter(isError);
      if (errors[0]) return { issues: errors };
      if (issues[0]) tell(onAdvice, issues);
      return { value: normalised(operation, value as object, terms) as Forms[Op] };
    };
    const validate = (value: unknown): SchemaResult<Forms[Op]> | Promise<SchemaResult<Forms[Op]>> =>
      isStarted() ? judge(value) : load().then(() => judge(value));
    return { "~standard": { version: 1, vendor: "kasir", validate } };
  };
