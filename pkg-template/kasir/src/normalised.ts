/** A form in the spelling of the wire: numbers without blanks, dates in ISO, nothing that the form does not ask for. */
import { CAREFUL, carefulWalk } from "./careful_walk.ts";
import { ask } from "./instance.ts";
import { operationNamed } from "./kasir.ts";
import { columnsOf } from "./options.ts";
import { NORMALISE } from "./questions.ts";
import type { Options } from "./types.ts";

export const normalised = (operation: string, form: object, options: Options): object =>
  JSON.parse(ask(NORMALISE, columnsOf(options) + carefulWalk(form), operationNamed(operation).place, CAREFUL)) as object;
