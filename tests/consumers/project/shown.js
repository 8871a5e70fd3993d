/** Leaves the result, or the code of the fault, where the browser test reads it. */
import { purchase } from "./purchase.js";

export async function show(kasir) {
  const shown = document.querySelector("output");
  try {
    shown.textContent = JSON.stringify(await purchase(kasir));
  } catch (fault) {
    shown.textContent = String(fault.code ?? fault);
  }
}
