/** `<kasir-form>`. */
import type { BoundForm } from "../form.ts";
import type { OperationId } from "../generated.ts";
import type { Context, Issue } from "../types.ts";
import { type Drawing, drawForm } from "./draw.ts";
import { focusOf } from "./focus.ts";
import { Held } from "./held.ts";
import { merged } from "./merged.ts";
import { languageOf, propertyOf, reflect, upgrade } from "./properties.ts";
import { submission } from "./submission.ts";
import { type Part, skeleton, treeOf } from "./tree.ts";
import { Wrong } from "./wrong.ts";
import type { FormElementOptions, FormEvents, KasirFormElement, KasirReceiptElement, Library } from "./types.ts";

const DRAWN_BY = ["operation", "language", "known", "submit-label"];
const ATTRIBUTES = [...DRAWN_BY, "basket", "receipt"];

/** Whether the rules miss a field, or the rows of a list, in a form that has everything else. */
const missing = (wanted: string, parts: readonly Part[], validate: (form: object) => Issue[]): boolean =>
  validate(skeleton(parts, wanted)).some(({ name }) => name.replace(/\.\d+(?=\.|$)/g, ".*") === wanted);

/** Says of a form whether it is under way. */
function markBusy(form: HTMLFormElement | undefined, busy: boolean): void {
  if (!form) return;
  form.ariaBusy = busy ? "true" : null;
  for (const button of form.querySelectorAll("button:not([type=button])")) button.ariaDisabled = form.ariaBusy;
}

const isSlotted = (one: Node): one is Element => !!(one as Element).slot;

/** Makes ids unlike any other's. */
let count = 0;

export function formElement({ load, bindForm }: Library): CustomElementConstructor {
  // Inside a function, since a server has nothing to extend.
  class Form extends HTMLElement {
    static readonly observedAttributes = DRAWN_BY;
    declare checkout: KasirFormElement["checkout"];
    declare expect: KasirFormElement["expect"];
    readonly #id = `kasir-${++count}`;
    readonly #held = new Held();
    #wrong = new Wrong();
    /** The page's own: what stands in the form, and what stood in its place. */
    #own: Node[] = [];
    #context: Context | undefined;
    #options: FormElementOptions | undefined;
    /** Values that wait for the next drawing, in the order in which they were set. */
    #pending: object[] = [];
    #form: HTMLFormElement | undefined;
    #bound: BoundForm | undefined;
    /** What it holds, also when it has gone from the page. */
    #read = (): object => ({});
    /** The language that the page has not set itself. */
    #lang = "";
    /** The operation of the form, and what it was drawn from. */
    #drawn = "";
    #drawnFrom = "";
    readonly #again = (): void => this.#redraw();
    #due = false;
    #busy = false;

    constructor() {
      super();
      this.addEventListener("submit", (event) => {
        if (!this.#busy) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      }, { capture: true });
    }

    connectedCallback(): void {
      upgrade(this, [...ATTRIBUTES.map(propertyOf), "context", "options", "values"]);
      this.#redraw();
    }

    disconnectedCallback(): void {
      this.#unbind();
      this.#drawnFrom = "";
    }

    attributeChangedCallback(): void {
      this.#redraw();
    }

    get form(): HTMLFormElement | undefined {
      return this.#form;
    }

    get bound(): BoundForm | undefined {
      return this.#bound;
    }

    get context(): Context | undefined {
      return this.#context;
    }

    set context(context: Context | undefined) {
      this.#context = context;
      this.#redraw();
    }

    get options(): FormElementOptions | undefined {
      return this.#options;
    }

    set options(options: FormElementOptions | undefined) {
      this.#options = options;
      this.#drawnFrom = "";
      this.#redraw();
    }

    get values(): object {
      return this.#pending.reduce<object>(merged, this.#read());
    }

    set values(values: object) {
      this.#pending.push(values ?? {});
      this.#drawnFrom = "";
      this.#redraw();
    }

    #attribute(name: string): string {
      return this.getAttribute(name) ?? "";
    }

    /** Several changes in one turn draw once. */
    #redraw(): void {
      if (this.#due) return;
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        this.#draw().catch((fault: unknown) => {
          // The form of another operation is not to be sent in the place of this one.
          if (this.#attribute("operation") !== this.#drawn) this.#leave();
          this.#fail(fault);
          // What was out of reach may be in reach by then.
          if ((fault as { code?: string } | null)?.code !== "ERR_LOAD_FAILED") return;
          for (const name of ["online", "focus"]) addEventListener(name, this.#again, { once: true });
        });
      });
    }

    async #draw(): Promise<void> {
      const kasir = await load();
      const operation = this.#attribute("operation") as OperationId;
      if (!this.isConnected || !(operation || this.#form)) return;
      const terms = { language: languageOf(this), context: this.#context };
      const fields = kasir.fields(operation, terms);
      const drawnFrom = JSON.stringify([fields, ...DRAWN_BY.map((name) => this.#attribute(name))]);
      if (drawnFrom === this.#drawnFrom) return this.#bound?.refresh();
      const focus = focusOf(this);
      const parts = treeOf(fields);
      this.#replace(operation, parts, {
        misses: (name) => missing(name, parts, (form) => kasir.validate(operation, form, terms)),
      });
      this.#drawnFrom = drawnFrom;
      // The form is checked once it has loaded the module as well.
      await load();
      try {
        if (this.#form && this.#bound) this.#wrong.again(this.#form, this.#bound);
      } finally {
        focus();
        this.#tell("kasir-drawn", undefined);
      }
    }

    #unbind(): void {
      if (!this.#bound) return;
      this.#wrong.take(this.#form as HTMLFormElement, this.#options?.summary ?? this);
      this.#bound.destroy();
      this.#bound = undefined;
    }

    /** The page's own comes back, but for what the page has taken out of the form. */
    #leave(): void {
      const form = this.#form;
      if (!form) return;
      this.#held.take(form);
      this.#unbind();
      this.prepend(...this.#own.filter((one) => !isSlotted(one) || form.contains(one)));
      form.remove();
      this.#form = undefined;
      this.#drawnFrom = "";
    }

    #replace(operation: OperationId, parts: readonly Part[], rules: Pick<Drawing, "misses">): void {
      const language = languageOf(this);
      const known = new Set(this.#attribute("known").split(/\s+/));
      this.#leave();
      for (const values of this.#pending.splice(0)) this.#held.put(values, known);
      if (operation !== this.#drawn) this.#wrong = new Wrong();
      this.#drawn = operation;
      this.#own = [...this.childNodes];
      const drawing = { ...rules, id: this.id || this.#id, language, held: this.#held, known, slotted: this.#own.filter(isSlotted), submitLabel: this.#attribute("submit-label") };
      this.#form = drawForm(drawing, parts);
      this.replaceChildren(this.#form);
      // The summary stands in the element as well, before the form.
      if (this.lang === this.#lang) this.lang = this.#lang = language;
      this.#bound = bindForm(this.#form, operation, {
        ...this.#options,
        language,
        context: () => this.#context,
        onSubmit: (form) => this.#submit(operation, form),
        onError: (fault) => this.#fail(fault),
      });
      this.#read = this.#bound.read;
      if (this.#busy) markBusy(this.#form, true);
    }

    async #submit(operation: OperationId, form: object): Promise<void> {
      const { checkout } = this;
      if (!checkout) return void this.#tell("kasir-submit", { form });
      const receipt = (this.getRootNode() as Document).getElementById(this.#attribute("receipt")) as KasirReceiptElement | null;
      this.#wrong = new Wrong();
      this.#busy = true;
      markBusy(this.#form, true);
      try {
        if (receipt) Object.assign(receipt, { language: languageOf(this), result: undefined });
        const result = await submission(await load(), checkout, this as unknown as KasirFormElement, operation, form, receipt);
        // Drawn anew meanwhile, it is still the form that was sent, as long as it asks for the same.
        if (result.kind === "invalid" && this.#form && this.#bound && this.#drawn === operation) this.#wrong.show(this.#form, this.#bound, result.issues);
        else if (receipt) receipt.result = result;
        this.#tell("kasir-result", { form, result });
      } catch (fault) {
        this.#fail(fault);
      } finally {
        this.#busy = false;
        markBusy(this.#form, false);
      }
    }

    #tell<Name extends keyof FormEvents>(name: Name, detail: FormEvents[Name]["detail"], cancelable = false): boolean {
      return this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable, detail }));
    }

    #fail(fault: unknown): void {
      if (this.#tell("kasir-error", fault, true)) reportError(fault);
    }
  }
  reflect(Form.prototype, ATTRIBUTES);
  return Form;
}
