/** `bindForm`: the merchant's own form, checked by kasir's rules where it stands. */
import { KasirError } from "./errors.ts";
import { checkOf, stopped } from "./form_check.ts";
import { dress } from "./form_dress.ts";
import { afterPress, edited, left } from "./form_edits.ts";
import { restore } from "./form_found.ts";
import { around, type Control } from "./form_places.ts";
import { shownIn } from "./form_shown.ts";
import type { Forms, OperationId } from "./generated.ts";
import type { Kasir } from "./kasir.ts";
import { tell } from "./tell.ts";
import type { Context, Issue, Options } from "./types.ts";

/**
 * A control's name is the `name` of its issue. Controls that are no field of the operation are the page's own: once the rules find nothing, the
 * browser checks them by their own constraints, unless the form is `novalidate`. So it does any control that you made `required` where the rules do
 * not, or gave a message of your own by `setCustomValidity`, which kasir leaves alone; so disable what you hide. The page's markup may add, in the form or outside of every
 * form, by the control's name as it is written there:
 *
 * - `data-kasir-error="name"`: the element for the sentence; else one of class `kasir-error` is put behind the control or its label, for radio
 *   buttons at the end of a fieldset that they have for themselves.
 * - `data-kasir-group="name"`, or a fieldset's `name`: where an issue is told that has no control to fill in, as of a hidden field or of a list
 *   without rows.
 * - `data-kasir-missing="sentence"` at a control, a group or the fieldset of radio buttons: the page's own words for `field.missing`.
 * - `data-kasir-hint="name"`, or `<output for="id">`: shows whose telephone number is being typed.
 * - `data-kasir-format` at a control: `off`, or a `TypedKind` for a control whose field does not tell.
 *
 * `autocomplete`, `inputmode` and `aria-required` are set where the merchant has not set them. A `maxlength` is lifted from what is formatted, since
 * it would count the separators; the rules tell what is too long. The summary is of class `kasir-summary`.
 */
export interface FormOptions<Form = object> extends Omit<Options, "context"> {
  /** What the page knows of the product, or what tells it at every check, since a page learns. */
  context?: Context | (() => Context | undefined);
  /**
   * Called with a form without errors, in place of the browser's own sending; where this is left out, the browser sends it as the markup says. What a
   * button with `formnovalidate` submits, such as a draft or a step back, is neither checked nor told here: the browser sends it.
   */
  onSubmit?(form: Form, event: SubmitEvent): void | Promise<void>;
  /** Called at a submission with advice that does not stop it. */
  onAdvice?(advice: Issue[]): void;
  /** Called with what the form holds after every edit, but not while an input method composes. */
  onChange?(form: Form): void;
  /**
   * Called where a check could not be made: a `KasirError` of a module that could not be loaded or stopped, or of an operation or options that there
   * are none of, or what the function `context` threw. Without it the fault is thrown at the page like that of any listener.
   *
   * Nothing is sent that could not be checked, with one exception: where the module could not be loaded and there is no `onSubmit`, the browser
   * checks and sends the form as it would without kasir, and the server has the last word. With `onSubmit`, each submission tries the module again.
   */
  onError?(fault: unknown): void;
  /** What the error summary is put into; without it, it stands just before the form. */
  summary?: Element;
}

export interface BoundForm<Form = object> {
  /** What the form holds, as typed. Throws `ERR_NOT_LOADED` until the module is loaded, as the others do: after `await load()` it can be read at once. */
  read(): Form;
  /** The issues of what the form holds; shows nothing. */
  validate(): Issue[];
  /** Shows these errors and no others, the hook's (`SubmitResult` of kind `invalid`) or any others; the summary takes the focus. None clears the form. */
  show(issues: Issue[]): void;
  /** Checks again what is marked, and dresses the controls anew: for what the page has learnt meanwhile, of which no event in the form tells. */
  refresh(): void;
  /** Gives the form back as it was found, but for what was typed, and leaves it alone from then on. Binding it again does this too. */
  destroy(): void;
}

/** One for a form: two would each mark and format it. */
const bindings = /* @__PURE__ */ new WeakMap<HTMLFormElement, () => void>();

export const bindFormOver = (load: () => Promise<Kasir>) =>
  <Op extends OperationId>(form: HTMLFormElement, operation: Op, given: FormOptions<Partial<Forms[Op]>> = {}): BoundForm<Partial<Forms[Op]>> => {
    if (form?.noValidate === undefined) throw new KasirError("ERR_BAD_OPTIONS");
    bindings.get(form)?.();
    const options = given as FormOptions;
    const { onSubmit, onAdvice, onError, summary } = options;
    const bound = new AbortController();
    const { signal } = bound;
    const shown = shownIn(form, summary);
    const browserChecks = !form.noValidate;
    const rules = checkOf(form, operation, options);
    let checks = false;
    let waiting: SubmitEvent | undefined;
    let lost = false;

    const leaveToBrowser = (leave: boolean): void => {
      lost = leave;
      if (browserChecks) form.noValidate = !leave;
    };
    /** A fault costs its event and never the page; a form that is left as it was found is left alone. */
    const attempt = (act: () => void): void => {
      try {
        if (!signal.aborted) act();
      } catch (fault) {
        tell(onError ?? (() => { throw fault; }), fault);
      }
    };

    const again = (): void => {
      if (checks) dress(form, rules.fields);
    };

    const open = async (): Promise<void> => {
      leaveToBrowser(false);
      try {
        await load();
        checks = true;
      } catch (fault) {
        attempt(() => {
          leaveToBrowser(true);
          throw fault;
        });
      }
      attempt(again);
      // The submission that waited is made over again, to be checked by the rules or else by the browser.
      const event = waiting;
      waiting = undefined;
      if (event && (checks || !onSubmit)) attempt(() => form.requestSubmit(event.submitter));
    };

    /** What the form holds, where nothing is wrong with it. */
    const checked = (event: SubmitEvent): object | undefined => {
      if (!checks) {
        waiting = event;
        if (lost) void open();
        return undefined;
      }
      const { values, issues, places } = rules.check();
      shown.all(places, true, rules.heading());
      if (places.size > 0 || (browserChecks && stopped(form, rules.fields))) return undefined;
      if (issues.length > 0) tell(onAdvice, issues);
      return values;
    };

    const submitted = (event: SubmitEvent): void => {
      if ((event.submitter as HTMLButtonElement | null)?.formNoValidate) {
        // Who saves a draft or steps back has given up the submission that waits for the module.
        waiting = undefined;
        return;
      }
      if (lost && !onSubmit) return;
      let values: object | undefined;
      attempt(() => {
        values = checked(event);
      });
      if (values && !onSubmit) return;
      event.preventDefault();
      // As with the browser's own validation, nobody hears of a submission that is none.
      if (values) void onSubmit?.(values, event);
      else event.stopImmediatePropagation();
    };

    /** Controls may stand outside their form, which their events then do not pass; a shadow root is theirs before it is the page's. */
    const top = form.getRootNode() as ShadowRoot;
    const root = form.isConnected || top.host ? top : form;
    const listen = (names: string, act: (control: Control, event: InputEvent) => void): void =>
      names.split(" ").forEach((name) => root.addEventListener(name, (event) => attempt(() => {
        const control = event.target as Control;
        if (checks && (control.form ? control.form === form : form.contains(control))) act(control, event as InputEvent);
      }), { signal }));

    form.addEventListener("submit", submitted, { capture: true, signal });
    listen("focusin change", again);
    listen("reset", (_, { defaultPrevented }) => {
      if (defaultPrevented) return;
      shown.clear();
      // It holds its first values once everybody has heard of it.
      setTimeout(() => attempt(again));
    });
    listen("input compositionend", (control, event) => edited(form, control, event, rules, shown, options.onChange));
    listen("focusout change", (control) => afterPress(form.ownerDocument, signal, () => attempt(() => left(form, control, rules, shown))));
    const destroy = (): void => {
      if (signal.aborted) return;
      attempt(shown.clear);
      restore(around(form, "*"));
      leaveToBrowser(true);
      bound.abort();
    };
    bindings.set(form, destroy);
    void open();

    return {
      read: () => rules.check().values,
      validate: () => rules.check().issues,
      show(issues) {
        if (!signal.aborted) shown.all(rules.check(issues).places, false, rules.heading());
      },
      refresh: () => attempt(() => {
        again();
        shown.review(rules, null, null);
      }),
      destroy,
    };
  };
