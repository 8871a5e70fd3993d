import * as kasir from "kasir";
import { show } from "./shown.js";

show(kasir);
