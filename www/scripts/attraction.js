// Attraction tickets: the catalogue says which fields a visitor has; rows come and go and are numbered as they stand.
import { byId, element } from "./element.js";
import { choiceOptions, drawField } from "./field.js";
import { jakartaTime, language, say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const detail = await shelf("attraction");
const rows = () => [...byId("customers").querySelectorAll(".customer")];

/** The names that the browser's autofill has for what an attraction may ask. */
const AUTOCOMPLETE = { englishFirstName: "given-name", englishLastName: "family-name", birth: "bday" };
let drawn = 0;

const choicesOf = (list) => list?.map(({ code, name }) => ({ value: code, label: name }));

/** What an attraction asks of a visitor it says itself, so that its label and its choices are no field's of the operation. */
function question({ key, type, list_option }, row, at) {
  const name = `customers.${row}.customer_booking_field.${at}`;
  const label = say(`attraction.fields.${key}`);
  const isDate = type === "date";
  return [
    element("input", { type: "hidden", name: `${name}.key`, value: key }),
    drawField({ label, help: isDate ? say("attraction.birth_hint") : "", choices: choicesOf(list_option) }, `customer-${row}-${key}`, {
      name: `${name}.value`,
      autocomplete: AUTOCOMPLETE[key] ? `section-visitor${row} ${AUTOCOMPLETE[key]}` : "off",
      inputmode: isDate && "numeric",
      "data-kasir-format": isDate && "date",
      "data-kasir-missing": say("attraction.missing", { field: label }),
    }),
  ];
}

/** A row keeps its number when others go: kasir counts rows as they stand. */
function customerRow() {
  const row = drawn++;
  return element("fieldset", { class: "customer" },
    element("legend", {}),
    element("div", { class: "row" }, detail.customer_booking_field.flatMap((field, at) => question(field, row, at))),
    element("button", { class: "button button-quiet button-small", type: "button" }));
}

/** Says at every row which visitor it is. */
function number() {
  rows().forEach((row, index) => {
    row.querySelector("legend").textContent = say("attraction.customer", { number: index + 1 });
    const remove = row.querySelector("button");
    remove.textContent = say("attraction.remove", { number: index + 1 });
    remove.hidden = rows().length === 1;
  });
  byId("quantity").value = String(rows().length);
}

function add() {
  byId("customers").append(customerRow());
  number();
}

add();
byId("heading").textContent = detail.name[language];
byId("blurb").textContent = detail.blurb[language];
byId("invented").textContent = say("common.invented", { fields: detail.invented.join(", ") });
byId("event_time").replaceChildren(...choiceOptions(detail.event_times.map((time) => ({ value: time, label: time }))));
byId("guide").replaceChildren(...choiceOptions(choicesOf(detail.booking_field[0].list_option)));
byId("days").replaceChildren(...detail.calendar.map(({ date }) =>
  element("label", { class: "choice choice-day" },
    element("input", { type: "radio", name: "start_date", value: date, id: `day-${date}` }),
    element("span", { class: "choice-name" }, jakartaTime(date, { weekday: "short", day: "numeric", month: "short" })))));
// A visit ends on the day it starts; before one is chosen, only the choice is missing.
byId("end_date").value = detail.calendar[0].date;
byId("days").addEventListener("input", ({ target }) => (byId("end_date").value = target.value));

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
  // What was said of the row goes with it.
  byId("customers").dispatchEvent(new Event("input", { bubbles: true }));
});

till.refresh();
till.takeUp();
