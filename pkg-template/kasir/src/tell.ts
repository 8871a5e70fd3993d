/** Calls what the page gave; its fault is reported like that of any listener and does not stop a purchase. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event);
  } catch (fault) {
    queueMicrotask(() => {
      throw fault;
    });
  }
}
