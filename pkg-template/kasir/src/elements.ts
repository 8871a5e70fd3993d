/** `kasir/elements`: the form and the receipt as custom elements, over what the page has imported already. */
import { formElement } from "./elements/form_element.ts";
import { receiptElement } from "./elements/receipt_element.ts";
import type { FormEvents, KasirFormElement, KasirReceiptElement, Library } from "./elements/types.ts";

export type { FormElementOptions, FormEvents, KasirFormElement, KasirReceiptElement, Library, Result } from "./elements/types.ts";

/**
 * Defines `<kasir-form>` and `<kasir-receipt>`; a second time does nothing, and so does a server. `library` is what the page imports from `kasir` or
 * from `kasir/web`, so that one module serves all of the page: `defineElements({ load, bindForm })`.
 */
export function defineElements(library: Library): void {
  if (!("customElements" in globalThis)) return;
  if (!customElements.get("kasir-form")) customElements.define("kasir-form", formElement(library));
  if (!customElements.get("kasir-receipt")) customElements.define("kasir-receipt", receiptElement());
}

declare global {
  interface HTMLElementTagNameMap {
    "kasir-form": KasirFormElement;
    "kasir-receipt": KasirReceiptElement;
  }
  // They bubble: to an element, to the document, to the window, or to the root of the shadow that they stay in.
  interface GlobalEventHandlersEventMap extends FormEvents {}
  interface ShadowRootEventMap extends FormEvents {}
}
