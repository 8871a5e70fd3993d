import type { Sentences } from "./sentences.d.ts";

declare const sentences: Sentences;
export default sentences;
