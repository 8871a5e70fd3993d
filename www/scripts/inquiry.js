// Asks for the customer's name before money moves. The answer holds for one number and product; changing either asks again.
import { byId, element } from "./element.js";
import { say } from "./say.js";

const OPERATION = "klikoo.product_inquiry";

function card(data) {
  const rows = [[say("inquiry.found"), data.customer_name], [say("inquiry.power"), data.power_capacity], [say("inquiry.number"), data.customer_number]];
  return element("dl", { class: "inquiry-card" }, rows.filter(([, text]) => text)
    .map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, text))));
}

export function openInquiry(till, { context, onFound }) {
  let answered = null;
  const question = () => {
    const { product_code, value, amount } = till.form.read();
    return amount ? { product_code, value, amount } : { product_code, value };
  };
  const same = () => answered !== null && answered.key === JSON.stringify(question());

  async function ask() {
    const asked = question();
    const issues = till.kasir.validate(OPERATION, asked, { ...till.options(), context: context() });
    till.form.show(issues);
    if (issues.some(({ severity }) => severity === "error")) return;
    byId("inquire").setAttribute("aria-disabled", "true");
    byId("inquiry").replaceChildren(element("p", { class: "hint" }, say("inquiry.checking")));
    const result = await till.checkout.query(OPERATION, asked, { context: context() });
    byId("inquire").removeAttribute("aria-disabled");
    show(result, asked);
  }

  function show(result, asked) {
    const data = result.kind === "outcome" && result.outcome.state === "success" ? found(result) : null;
    answered = data === null ? null : { key: JSON.stringify(asked), name: data.customer_name };
    byId("inquiry").replaceChildren(data === null ? element("p", { class: "notice notice-bad" }, sentence(result)) : card(data));
    if (result.kind === "invalid") till.form.show(result.issues);
    if (data !== null) onFound?.(data);
    till.refresh();
  }

  byId("inquire").addEventListener("click", () => byId("inquire").getAttribute("aria-disabled") !== "true" && ask());
  byId("form").addEventListener("input", () => {
    if (answered === null || same()) return;
    answered = null;
    byId("inquiry").replaceChildren();
  });
  return { name: () => (same() ? answered.name : null) };
}

function found(result) {
  const text = (key) => result.outcome.lines.find((line) => line.key === key)?.text;
  return { customer_name: text("customer_name"), power_capacity: text("power"), customer_number: text("destination") };
}

function sentence(result) {
  if (result.kind === "refused") return result.message;
  return result.kind === "outcome" ? result.outcome.message : say("inquiry.failed");
}
