import * as kasir from "kasir/web";
import { show } from "./shown.js";

show(kasir);
