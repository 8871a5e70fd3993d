/** The module's bytes out of their base64 text. */
import { base64 } from "./core/bytes.js";

export function embeddedModule(): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
