/** The properties of an element: those that are attributes, and those that a page sets before the element is defined. */

import type { Language } from "../types.ts";

/** The language that an element is told in. */
export const languageOf = (element: HTMLElement): Language => (element.getAttribute("language") === "en" ? "en" : "id");

/** `submit-label` is `submitLabel` to scripts. */
export const propertyOf = (attribute: string): string => attribute.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());

/** Gives a class properties that read and write the attributes of their names. */
export function reflect(prototype: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(prototype, propertyOf(name), {
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? "";
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
}

/** Sets anew what was set when the element was nothing yet, and hides the accessors of its class. */
export function upgrade(element: HTMLElement, names: readonly string[]): void {
  const own = element as HTMLElement & Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
