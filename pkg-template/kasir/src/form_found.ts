/** What is taken back when a form is left as it was found, last step first; by the element, so that a row that is gone is not held. */
const undoing = /* @__PURE__ */ new WeakMap<Element, (() => void)[]>();

const later = (element: Element, undo: () => void): void => void undoing.set(element, [undo, ...(undoing.get(element) ?? [])]);

const added = /* @__PURE__ */ new WeakMap<Element, Record<string, string | null>>();

export const put = (element: Element, name: string, value: string | null): void =>
  value === null ? element.removeAttribute(name) : element.setAttribute(name, value);

/** Changes an attribute, be it the merchant's own. */
export function change(element: Element, name: string, value: string | null): void {
  const was = element.getAttribute(name);
  if (was === value) return;
  later(element, () => put(element, name, was));
  put(element, name, value);
}

/** Sets an attribute that the merchant has not set, and changes it or takes it back when the page has learnt what its product is. */
export function add(element: Element, name: string, value: string | null): void {
  const ours = added.get(element) ?? {};
  const was = element.getAttribute(name);
  if (was === value || (was !== null && was !== ours[name])) return;
  change(element, name, value);
  added.set(element, { ...ours, [name]: value });
}

/**
 * Changes the text of an element of the merchant's, of which nothing else is changed for good. Nothing is written where nothing was, nor the same once
 * more, which a live region would tell again.
 */
export function write(element: Element, text: string): void {
  if (!undoing.has(element)) {
    if (!text) return;
    const nodes = [...element.childNodes];
    later(element, () => element.replaceChildren(...nodes));
  }
  if (element.textContent !== text) element.textContent = text;
}

export function restore(elements: Iterable<Element>): void {
  for (const element of elements) {
    undoing.get(element)?.forEach((undo) => undo());
    undoing.delete(element);
  }
}
