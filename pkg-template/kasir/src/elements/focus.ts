/** Keeps the focus in a control that is drawn anew. */

/** What brings the focus back to the control of the same name, its caret where it was. */
export function focusIn(host: HTMLElement): () => void {
  const active = (host.getRootNode() as Document).activeElement as HTMLInputElement | null;
  const name = active && host.contains(active) ? active.name : "";
  if (!active || !name) return () => undefined;
  const { selectionStart, selectionEnd } = active;
  return () => {
    // One of the page's own elements is still the same one.
    const control = host.contains(active) ? active : host.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
    control?.focus();
    if (selectionStart != null && control instanceof HTMLInputElement) control.setSelectionRange(selectionStart, selectionEnd);
  };
}
