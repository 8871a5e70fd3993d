// Bus seats: a departure, its seat map, one passenger for each chosen seat, and a hold until the time the provider names.
import { byId, element } from "./element.js";
import { drawField } from "./field.js";
import { jakartaTime, rupiah, say } from "./say.js";
import { seatMap } from "./seats.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const trips = await shelf("trips");
const trip = () => trips.find(({ id }) => String(id) === document.querySelector('input[name="departure.trip_id"]:checked')?.value) ?? null;
const map = seatMap(byId("seats"), onSeats);
const rows = new Map();
let till = null;

function tripCard(one) {
  const time = (moment) => jakartaTime(moment, { hour: "2-digit", minute: "2-digit" });
  return element("label", { class: "choice choice-trip" },
    element("input", { type: "radio", name: "departure.trip_id", value: one.id, id: `trip-${one.id}` }),
    element("span", { class: "choice-name" }, one.travel_name),
    element("span", {}, `${one.boarding_point_name} ${time(one.depart_time)} → ${one.drop_point_name} ${time(one.arrival_time)}`),
    element("span", { class: "hint" }, `${jakartaTime(one.depart_time, { dateStyle: "full" })} · ${one.bus_type}`),
    element("span", { class: "choice-price" }, rupiah(one.seats[0].price)));
}

/** A row is numbered by its seat and not by its place: what is left when another one goes keeps its names and what was typed. */
function passengerRow(seat) {
  const passenger = (key) => drawField(till.field(`departure.passengers.*.${key}`), `passenger-${seat}-${key}`, { name: `departure.passengers.${seat}.${key}` });
  const name = passenger("name");
  const same = element("button", { class: "button button-quiet button-small", type: "button", onclick: () => sameAsOrderer(name.querySelector("input")) }, say("bus.same"));
  return element("fieldset", { class: "customer" },
    element("legend", {}, say("bus.passenger", { seat })),
    element("input", { type: "hidden", name: `departure.passengers.${seat}.seat_name`, value: seat }),
    name, same, element("div", { class: "row" }, passenger("dob"), passenger("gender")), passenger("id_card_number"));
}

function sameAsOrderer(name) {
  name.value = byId("order_name").value;
  name.dispatchEvent(new Event("input", { bubbles: true }));
}

/** One row for each chosen seat; what was typed for a seat stays with that seat. */
function onSeats(seats) {
  for (const seat of seats) rows.set(seat, rows.get(seat) ?? passengerRow(seat));
  byId("passengers").replaceChildren(...seats.map((seat) => rows.get(seat)));
  byId("no-passengers").hidden = seats.length > 0;
  byId("seat-hint").textContent = seats.length === 0 ? say("bus.seats_hint") : say("bus.chosen_seats", { seats: seats.join(", ") });
  till.refresh();
}

function price() {
  const chosen = map.chosen();
  if (!trip() || chosen.length === 0) return null;
  return String(trip().seats.filter(({ name }) => chosen.includes(name)).reduce((sum, seat) => sum + seat.price, 0));
}

byId("trips").replaceChildren(...trips.map(tripCard));
byId("invented").textContent = say("common.invented", { fields: trips[0].invented.join(", ") });

till = await openTill({
  aisle: "bus",
  operation: "klikoo.transport_block_seat",
  context: () => (trip() ? { trip: trip() } : undefined),
  price,
  title: () => trip()?.travel_name ?? null,
  payLabel: (total) => (total === null ? say("bus.hold") : `${say("bus.hold")} · ${rupiah(total)}`),
  placeholders: (total) => ({ selling_price: total ?? "1" }),
  lines: (input) => [
    { key: "title", label: say("bus.trip"), text: trip() && `${trip().travel_name}, ${jakartaTime(trip().depart_time)}` },
    { key: "seats", label: say("bus.seats"), text: map.chosen().join(", ") },
    { key: "to", label: say("bus.orderer"), text: input.order_detail?.name },
  ],
});

function choose(one) {
  rows.clear();
  map.draw(one.seats);
  onSeats([]);
}

byId("trips").addEventListener("change", () => choose(trip()));
byId(`trip-${trips[0].id}`).checked = true;
choose(trips[0]);
till.takeUp();
