/** What a form says of a control: to the browser, to who cannot see it, and in words. */
import type { Locator } from "playwright-core";

export interface Marked {
  invalid: string | null;
  /** The browser's own validation. */
  validity: string;
  /** The texts that describe it, one after the other. */
  described: string[];
}

export const marked = (control: Locator): Promise<Marked> =>
  control.evaluate((input: HTMLInputElement) => ({
    invalid: input.getAttribute("aria-invalid"),
    validity: input.matches(":invalid") === !input.checkValidity() ? input.validationMessage : ":invalid and checkValidity() differ",
    described: (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean).map((id) => (input.getRootNode() as Document | ShadowRoot).getElementById(id)?.textContent ?? `no ${id}`),
  }));

export const wrong = (sentence: string, ...others: string[]): Marked => ({ invalid: "true", validity: sentence, described: [sentence, ...others] });
export const right = (...others: string[]): Marked => ({ invalid: null, validity: "", described: others });
