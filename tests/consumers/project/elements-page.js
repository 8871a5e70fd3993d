import { defineElements } from "kasir/elements";
import * as kasir from "kasir/web";
import { show } from "./shown.js";

defineElements(kasir);
const form = document.createElement("kasir-form");
form.operation = "klikoo.product_buy";
form.addEventListener("kasir-drawn", () => form.form.elements.value && show(kasir), { once: true });
document.body.append(form);
