// The panel for developers: form, prepared body, answer. It sees what the page sees, so it can show no secret.
import { byId } from "./element.js";
import { say } from "./say.js";

const PLACEHOLDER = "◆";

function print(id, value) {
  byId(id).textContent = value === null ? say("panel.none") : typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** The body with every value the merchant sets marked, since this page does not know the real one. */
function marked(request, placeholders) {
  const body = JSON.parse(request.body);
  const inside = (value) =>
    value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key in placeholders ? `${one} ${PLACEHOLDER}` : keep(one)]))
      : value;
  const keep = (value) => (Array.isArray(value) ? value.map(keep) : inside(value));
  return `${request.method} ${request.path}\n${JSON.stringify(inside(body), null, 2)}`;
}

export function openPanel({ kasir, operation, placeholders, options }) {
  const fields = { ...placeholders };
  const reference = operation === "klikoo.transport_block_seat" ? "partner_reference_no" : operation.startsWith("klikoo.") ? "partner_reference_id" : null;
  if (reference !== null) fields[reference] = "00000000-0000-4000-8000-000000000000";
  return {
    form(input) {
      print("panel-form", input);
      const prepared = kasir.prepare(operation, { ...input, ...fields }, options());
      print("panel-prepared", prepared.ok ? marked(prepared.request, fields) : prepared.issues.map(({ code, path }) => ({ code, path })));
    },
    answer(value) {
      print("panel-answer", value);
    },
  };
}
