/** Standard Schema v1 (https://standardschema.dev): what form libraries take. */
import type { Forms, OperationId } from "./generated.ts";
import { isError, type Kasir } from "./kasir.ts";
import { normalised } from "./normalised.ts";
import type { Issue, Options } from "./types.ts";

export interface SchemaOptions extends Options {
  /** Called with what is worth telling and stands in nobody's way. */
  onAdvice?(advice: Issue[]): void;
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

/** A schema of an operation's form: the first call may give a promise, since it loads the module; later ones do not. */
export const schemaOver = (load: () => Promise<Kasir>) =>
  <Op extends OperationId>(operation: Op, options: SchemaOptions = {}): StandardSchemaV1<Forms[Op]> => {
    const { onAdvice, ...terms } = options;
    let loaded: Kasir | undefined;
    const judge = (kasir: Kasir, value: unknown): SchemaResult<Forms[Op]> => {
      const issues = kasir.validate(operation, value as object, { treatAsError: "typos", ...terms });
      const errors = issues.filter(isError);
      if (errors.length > 0) return { issues: errors };
      if (issues.length > 0) onAdvice?.(issues);
      return { value: normalised(operation, value as object, terms) as Forms[Op] };
    };
    const validate = (value: unknown): SchemaResult<Forms[Op]> | Promise<SchemaResult<Forms[Op]>> =>
      loaded ? judge(loaded, value) : load().then((kasir) => judge((loaded = kasir), value));
    return { "~standard": { version: 1, vendor: "kasir", validate } };
  };
