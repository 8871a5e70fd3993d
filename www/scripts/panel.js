// The panel for developers: form, prepared body, answer. It sees what the page sees, so it can show no secret.
import { byId } from "./element.js";
import { say } from "./say.js";

const PLACEHOLDER = "◆";
const REFERENCE = "00000000-0000-4000-8000-000000000000";
/** The field of the reference, which the checkout fills in. */
const REFERENCE_FIELD = {
  "klikoo.product_buy": "partner_reference_id",
  "klikoo.attraction_buy": "partner_reference_id",
  "klikoo.transport_block_seat": "partner_reference_no",
};

function print(id, value) {
  byId(id).textContent = value === null ? say("panel.none") : typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** The body with every value that this page does not know marked. */
function marked({ method, path, body }, placeholders) {
  const mark = (key, value) => (key in placeholders ? `${value} ${PLACEHOLDER}` : value);
  return `${method} ${path}\n${JSON.stringify(JSON.parse(body, mark), null, 2)}`;
}

/** `placeholders` stand in for the fields that the merchant's hook sets. */
export function showForm(kasir, operation, input, placeholders, options) {
  print("panel-form", input);
  const field = REFERENCE_FIELD[operation];
  const fields = field === undefined ? placeholders : { ...placeholders, [field]: REFERENCE };
  const prepared = kasir.prepare(operation, { ...input, ...fields }, options);
  print("panel-prepared", prepared.ok ? marked(prepared.request, fields) : prepared.issues.map(({ code, path }) => ({ code, path })));
}

export function showAnswer(value) {
  print("panel-answer", value);
}
