// Attraction tickets: the catalogue says which fields a visitor has; rows come and go and are numbered as they stand.
import { byId, element } from "./element.js";
import { jakartaTime, language, say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const detail = await shelf("attraction");
const rows = () => [...byId("customers").children];

function option({ code, name }) {
  return element("option", { value: code }, name);
}

const AUTOCOMPLETE = { englishFirstName: "given-name", englishLastName: "family-name", birth: "bday" };

function control(field, name, id, number) {
  const attributes = { id, name, autocomplete: AUTOCOMPLETE[field.key] ? `section-visitor${number} ${AUTOCOMPLETE[field.key]}` : "off" };
  if (field.type === "select") return element("select", attributes, field.list_option.map(option));
  return element("input", field.type === "date" ? { ...attributes, "aria-describedby": `${id}-hint` } : attributes);
}

function customerRow() {
  return element("fieldset", { class: "customer", "data-issues": "" },
    element("legend", {}),
    element("div", { class: "row" }, detail.customer_booking_field.map((field) =>
      element("div", { class: "field", "data-key": field.key }))),
    element("button", { class: "button button-quiet button-small", type: "button" }));
}

/** Gives every row the place it stands at: names, ids, legends, remove buttons. */
function number() {
  rows().forEach((row, index) => {
    row.dataset.issues = `customers.${index}.`;
    row.querySelector("legend").textContent = say("attraction.customer", { number: index + 1 });
    const remove = row.querySelector("button");
    remove.textContent = say("attraction.remove", { number: index + 1 });
    remove.hidden = rows().length === 1;
    detail.customer_booking_field.forEach((field, position) => place(row, field, index, position));
  });
  byId("quantity").value = String(rows().length);
}

function place(row, field, index, position) {
  const home = row.querySelector(`[data-key="${field.key}"]`);
  const name = `customers.${index}.customer_booking_field.${position}`;
  const id = `customer-${index}-${field.key}`;
  const typed = home.querySelector("[name$='.value']")?.value;
  const made = control(field, `${name}.value`, id, index + 1);
  if (typed !== undefined) made.value = typed;
  home.replaceChildren(
    element("label", { for: id }, say(`attraction.fields.${field.key}`)),
    element("input", { type: "hidden", name: `${name}.key`, value: field.key }),
    made,
    ...(field.type === "date" ? [element("p", { class: "hint", id: `${id}-hint` }, say("attraction.birth_hint"))] : []),
  );
}

function add() {
  byId("customers").append(customerRow());
  number();
}

add();
byId("heading").textContent = detail.name[language];
byId("blurb").textContent = detail.blurb[language];
byId("invented").textContent = say("common.invented", { fields: detail.invented.join(", ") });
byId("event_time").replaceChildren(...detail.event_times.map((time) => option({ code: time, name: time })));
byId("guide").replaceChildren(...detail.booking_field[0].list_option.map(option));
byId("days").replaceChildren(...detail.calendar.map(({ date }) =>
  element("label", { class: "choice choice-day" },
    element("input", { type: "radio", name: "start_date", value: date, id: `day-${date}` }),
    element("span", { class: "choice-name" }, jakartaTime(date, { weekday: "short", day: "numeric", month: "short" })))));
byId("days").addEventListener("change", ({ target }) => (byId("end_date").value = target.value));

const till = await openTill({
  aisle: "attraction",
  operation: "klikoo.attraction_buy",
  context: () => detail.context,
  price: () => String(BigInt(detail.price) * BigInt(rows().length)),
  title: () => `${detail.name[language]} × ${rows().length}`,
  placeholders: (price) => ({ amount: "1", selling_price: price }),
  lines: (input) => [
    { key: "title", label: say("paper.product"), text: detail.name[language] },
    { key: "date", label: say("attraction.date"), text: input.start_date && `${jakartaTime(input.start_date, { dateStyle: "long" })}, ${input.event_time}` },
    { key: "tickets", label: say("attraction.tickets"), text: String(rows().length) },
    { key: "buyer", label: say("attraction.buyer"), text: [input.buyer_first_name, input.buyer_last_name].filter(Boolean).join(" ") },
  ],
});

byId("add-customer").addEventListener("click", () => {
  add();
  till.form.dress();
  till.refresh();
  byId("status").textContent = say("attraction.added", { number: rows().length });
  rows().at(-1).querySelector("input:not([type=hidden])").focus();
});
byId("customers").addEventListener("click", ({ target }) => {
  const row = target.closest("button")?.closest("fieldset");
  if (!row) return;
  row.remove();
  number();
  till.refresh();
  byId("status").textContent = say("attraction.removed", { count: rows().length });
  byId("customers-heading").focus();
});

till.refresh();
till.takeUp();
