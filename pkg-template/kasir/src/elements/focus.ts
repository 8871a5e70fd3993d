/** Keeps the focus in a form that is drawn anew. */

/** What brings the focus back to where it was, its caret too, or else to what followed. */
export function focusOf(host: HTMLElement): () => void {
  // Within its own shadow root, which may be closed, or else in any other one.
  const focused = (): HTMLInputElement => {
    let at = (host.getRootNode() as Document).activeElement ?? document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at as HTMLInputElement;
  };
  const active = focused();
  const { selectionStart, selectionEnd, form } = active;
  const inTurn = form ? [...form.elements] : [];
  const ways = [active, ...inTurn.slice(inTurn.indexOf(active) + 1)].map((control) => wayTo(host, control as HTMLInputElement));
  return () => {
    // The summary takes the focus, also where nothing had it.
    if (active === document.body) return focused().matches(".kasir-summary") ? focused().blur() : undefined;
    for (const way of ways) {
      const control = way();
      control?.focus();
      if (!control?.matches(":focus")) continue;
      if (way === ways[0] && selectionStart != null && control.selectionStart != null) control.setSelectionRange(selectionStart, selectionEnd);
      return;
    }
  };
}

/** One of the page's own elements is still the same one; another one is known by its name, and what has none by its class. */
function wayTo(host: HTMLElement, control: HTMLInputElement): () => HTMLInputElement | undefined {
  const alike = control.name ? `[name="${CSS.escape(control.name)}"]` : `[class="${CSS.escape(control.className)}"]`;
  const all = (): HTMLInputElement[] => [...host.querySelectorAll<HTMLInputElement>(alike)];
  const at = all().indexOf(control);
  return () => (control.isConnected ? control : all()[at]);
}
