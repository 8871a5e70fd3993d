/** What is taken back when a form is left as it was found; by the element, so that a row that is gone is not held. */
const undoing = /* @__PURE__ */ new WeakMap<Element, (() => void)[]>();

const later = (element: Element, undo: () => void): void => void undoing.set(element, [...(undoing.get(element) ?? []), undo]);

const added = /* @__PURE__ */ new WeakMap<Element, Record<string, string | null>>();

/** Sets an attribute that the merchant has not set, and changes it or takes it back when the page has learnt what its product is. */
export function add(element: Element, name: string, value: string | null): void {
  const ours = added.get(element) ?? {};
  const was = element.getAttribute(name);
  if (was === value) return;
  if (was === null) later(element, () => element.removeAttribute(name));
  else if (was !== ours[name]) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
  added.set(element, { ...ours, [name]: value });
}

/** Takes away an attribute that the merchant has set. */
export function lift(element: Element, name: string): void {
  const was = element.getAttribute(name);
  if (was === null) return;
  later(element, () => element.setAttribute(name, was));
  element.removeAttribute(name);
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
