// The shop window only tells whether an order is still under way.
import { createCheckout } from "kasir/web";
import { byId } from "./element.js";
import { language } from "./say.js";

byId("pending").hidden = createCheckout({ hook: "/kasir", language }).pending().length === 0;
