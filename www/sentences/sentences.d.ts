/** Sentences by page and purpose; `{name}` is a hole that the caller fills. */
export interface Sentences {
  [key: string]: string | Sentences;
}
