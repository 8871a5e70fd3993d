// The merchant's page: the margin at Netzme, behind the demo's sign-in.
import { byId } from "./element.js";
import { notify } from "./notice.js";
import { say } from "./say.js";
import { takeRole } from "./shop.js";
import { openTill } from "./till.js";

const till = await openTill({
  aisle: "margin",
  operation: "netzme.percentage_product",
  context: () => undefined,
  price: () => null,
  title: () => null,
  again: say("margin.again"),
  payLabel: () => say("margin.save"),
  stamp: (state) => say(state === "success" ? "stamp.saved" : `stamp.${state}`),
  placeholders: () => ({ merchantId: "M_PLACEHOLDER" }),
  lines: (input) => [
    { key: "title", label: say("margin.setting"), text: say("margin.title") },
    { key: "percentage", label: till.field("updatePercentage").label, text: input.updatePercentage },
  ],
});

byId("gate").hidden = till.role === "merchant";
byId("sign-in").addEventListener("click", async () => {
  await takeRole("merchant");
  byId("gate").hidden = true;
  notify("plain", say("margin.signed_in"));
  byId("updatePercentage").focus();
});

till.refresh();
till.takeUp();
