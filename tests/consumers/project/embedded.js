import * as kasir from "kasir";
import { purchase } from "./purchase.js";

console.log(JSON.stringify(await purchase(kasir)));
