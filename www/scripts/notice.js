// Messages above the form: what went wrong before anything was bought, a changed price, a resumed order.
import { element, byId } from "./element.js";

export function clearNotices() {
  byId("notices")?.replaceChildren();
}

/** `kind` is "bad" or "plain"; a bad one takes the focus, so that it is read out and seen. */
export function notify(kind, text, ...actions) {
  const notice = element("div", { class: `notice notice-${kind}`, role: kind === "bad" ? "alert" : "status", tabindex: "-1" },
    element("p", {}, text), actions.length > 0 ? element("p", { class: "notice-actions" }, actions) : null);
  byId("notices").replaceChildren(notice);
  if (kind === "bad") notice.focus();
}
