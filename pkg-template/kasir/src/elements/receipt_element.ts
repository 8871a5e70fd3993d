/** `<kasir-receipt>`. */
import type { Outcome } from "../types.ts";
import { make } from "./make.ts";
import { languageOf, reflect, upgrade } from "./properties.ts";
import { receiptOf, stateOf } from "./receipt.ts";
import type { Result } from "./types.ts";

export function receiptElement(): CustomElementConstructor {
  // Inside a function, since a server has nothing to extend.
  class Receipt extends HTMLElement {
    static readonly observedAttributes = ["language"];
    #result: Result | undefined;
    /** The page's own, for the time without a result. */
    #before: Node[] | undefined;

    connectedCallback(): void {
      // The region is there before its content, or nobody would hear it.
      if (!this.matches("[role],[aria-live]")) this.setAttribute("role", "status");
      upgrade(this, ["result", "outcome", "language"]);
    }

    attributeChangedCallback(): void {
      this.#draw();
    }

    get result(): Result | undefined {
      return this.#result;
    }

    set result(result: Result | undefined) {
      this.#result = result ?? undefined;
      this.#draw();
    }

    get outcome(): Outcome | undefined {
      return this.#result?.kind === "outcome" ? this.#result.outcome : undefined;
    }

    set outcome(outcome: Outcome | undefined) {
      this.result = outcome && { kind: "outcome", outcome };
    }

    #draw(): void {
      if (!this.#result && !this.#before) return;
      this.#before ??= [...this.childNodes];
      if (this.#result) {
        const shown = make("div", { lang: languageOf(this) }, ...receiptOf(this.#result));
        // What is told a second time would be heard a second time.
        if (this.dataset["state"] === stateOf(this.#result) && this.firstChild?.isEqualNode(shown)) return;
        this.dataset["state"] = stateOf(this.#result);
        this.replaceChildren(shown);
      } else {
        delete this.dataset["state"];
        this.replaceChildren(...this.#before);
      }
    }
  }
  reflect(Receipt.prototype, ["language"]);
  return Receipt;
}
