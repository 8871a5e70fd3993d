/** What is taken back when a form is left as it was found; by the element, so that a row that is gone is not held. */
const undoing = /* @__PURE__ */ new WeakMap<Element, (() => void)[]>();

const later = (element: Element, undo: () => void): void => void undoing.set(element, [...(undoing.get(element) ?? []), undo]);

/** Sets an attribute that the merchant has not set. */
export function add(element: Element, name: string, value: string): void {
  if (element.hasAttribute(name)) return;
  element.setAttribute(name, value);
  later(element, () => element.removeAttribute(name));
}

/** Changes the text of an element of the merchant's, of which nothing else is changed for good. */
export function write(element: Element, text: string): void {
  const nodes = [...element.childNodes];
  if (!undoing.has(element)) later(element, () => element.replaceChildren(...nodes));
  element.textContent = text;
}

export function restore(elements: Iterable<Element>): void {
  for (const element of elements) {
    undoing.get(element)?.forEach((undo) => undo());
    undoing.delete(element);
  }
}
