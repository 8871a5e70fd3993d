/** The module's bytes out of their text. */
import { bytes } from "./core/bytes.js";

export const embeddedModule = (): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
