import { bindForm } from "/kasir/web.js";

const form = document.querySelector("form");
const passengers = document.querySelector("#passengers");
const row = document.querySelector("template").content;
const told = { sent: [], faults: [] };

/** A row for a seat, named by the seat and not by its place: what is left when another row goes keeps its names. */
function addRow(seat) {
  const added = row.cloneNode(true).firstElementChild;
  added.dataset.seat = seat;
  added.querySelector("legend").textContent = `Kursi ${seat}`;
  for (const control of added.querySelectorAll("input")) control.name = `departure.passengers[${seat}].${control.name}`;
  added.querySelector("input").value = seat;
  passengers.append(added);
}

document.querySelector("#plan").addEventListener("change", ({ target: { value, checked } }) => {
  if (checked) addRow(value);
  else passengers.querySelector(`[data-seat="${value}"]`).remove();
});

const language = new URLSearchParams(location.search).get("language") ?? "id";
const onSubmit = (values) => told.sent.push(values);
Object.assign(globalThis, { form, told, addRow, bound: bindForm(form, "klikoo.transport_block_seat", { language, onSubmit, onError: ({ code }) => told.faults.push(code) }) });
