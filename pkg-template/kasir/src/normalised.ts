/** A form in the spelling of the wire: numbers without blanks, dates in ISO, nothing that the form does not ask for. */
import { CAREFUL, carefulWalk } from "./careful_walk.ts";
import { ask } from "./instance.ts";
import type { Options } from "./types.ts";

export function normalised(operation: string, form: object, options: Options): object {
  const { messages: _, ...terms } = options;
  const text = ask((core) => core.normalise(operation, carefulWalk(form), CAREFUL, JSON.stringify(terms)));
  return JSON.parse(text ?? "{}") as object;
}
