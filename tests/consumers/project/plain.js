import * as kasir from "/node_modules/kasir/dist/web.js";
import { show } from "/shown.js";

show(kasir);
