/** What a form will hold once it is drawn with what was set on it. */

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object changes what it names, and a list is set as a whole. */
export function merged(was: object, given: object): object {
  const changes = Object.entries(given).filter(([, value]) => value !== undefined).map(([key, value]) => {
    const before: unknown = (was as Record<string, unknown>)[key];
    return [key, isObject(value) ? merged(isObject(before) ? before : {}, value) : value] as const;
  });
  return { ...was, ...Object.fromEntries(changes) };
}
