// The seat map: real checkboxes laid out by the row and column of the provider's seats, so that a keyboard and a reader see a list.
import { element } from "./element.js";
import { say } from "./say.js";

export function seatMap(box, onChange) {
  const chosen = () => [...box.querySelectorAll("input:checked")].map(({ value }) => value);

  function seatButton(seat) {
    const label = say(seat.taken ? "bus.seat_taken" : "bus.seat", { seat: seat.name });
    const made = element("label", { class: "seat" },
      element("input", { type: "checkbox", form: "", value: seat.name, disabled: seat.taken, "aria-label": label, id: `seat-${seat.name}` }),
      element("span", { "aria-hidden": "true" }, seat.name));
    // The first row of the plan is the word "front".
    made.style.gridArea = `${seat.row + 1} / ${seat.column} / span ${seat.length} / span ${seat.width}`;
    return made;
  }

  box.addEventListener("change", () => onChange(chosen()));
  return {
    chosen,
    draw(seats) {
      box.replaceChildren(element("p", { class: "bus-front", "aria-hidden": "true" }, say("bus.front")), ...seats.map(seatButton));
    },
  };
}
