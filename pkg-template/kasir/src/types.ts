import type {
  FailureReason, FieldFormat, FieldKind, InputMode, IssueCode, LineKey, NextKind, OperationId, ProblemCode, ProductKind,
  PurchaseState,
} from "./generated.ts";

/** Where the module comes from: an address, an answer, its bytes, or a module compiled elsewhere. */
export type Source = string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module | Promise<WebAssembly.Module>;

export type Language = "id" | "en";
export type Severity = "error" | "advice";

/**
 * What is wrong with an input, and where. `code` and `path` are the contract; the sentence is for the buyer. All issues
 * come at once; beyond five thousand only the first of every other code does.
 */
export interface Issue {
  code: IssueCode;
  /** The steps from the input to the value; never empty. */
  path: (string | number)[];
  /** The name of the form control, `departure.passengers.0.dob`. */
  name: string;
  /** The JSON Pointer (RFC 6901). */
  pointer: string;
  severity: Severity;
  /** Limits and allowed values, never what was typed. */
  params: Record<string, string | number | string[]>;
  message: string;
}

/** A request ready to be signed and sent; `body` is sent as it is. */
export interface PreparedRequest {
  operation: OperationId;
  provider: "klikoo" | "netzme";
  method: string;
  path: string;
  body: string;
  reference: string | null;
}

export type Prepared =
  | { ok: true; request: PreparedRequest; advice: Issue[] }
  | { ok: false; issues: Issue[] };

/** A key that an attraction asks for, with the options of a `select`. */
export interface BookingField {
  key?: string;
  type?: string;
  list_option?: readonly { code?: string; name?: string }[] | null;
}

/** The `data` of Klikoo's Get Product Attraction as it came; more keys may stand in it. */
export interface AttractionContext {
  booking_field?: readonly BookingField[] | null;
  /** The provider's page prints a boolean and `null`, neither of which says what a customer is asked for. */
  customer_booking_field?: readonly BookingField[] | boolean | null;
  /** The days on which it is offered, `YYYY-MM-DD`. */
  calendar?: readonly { date?: string; is_full_day?: boolean }[] | null;
  start_date?: string | null;
  end_date?: string | null;
}

/** The `data` of Klikoo's Trip Detail as it came; more keys may stand in it. */
export interface TripContext {
  id?: number | string;
  available_seat?: number | string;
  /** RFC 3339. */
  depart_time?: string;
  /** RFC 3339; a return trip that leaves before it is told. */
  arrival_time?: string;
  /** `taken: true` is no key of the provider's, whose list has free seats only: it marks a seat that the page shows and nobody may choose. */
  seats?: readonly { name?: string | number; taken?: boolean }[] | null;
}

type WithMore<Known> = Known | (Known & Record<string, unknown>);

/**
 * What the page already knows; it beats guessing from a product code. An answer that leaves something out, or has something
 * else in its place, does not tell: nothing is held against it. It must be what JSON can hold, or the call throws `ERR_BAD_OPTIONS`.
 */
export interface Context {
  product?: {
    /** What its destination is: a telephone number, a meter, a wallet, a card. */
    kind?: ProductKind | undefined;
    /** The buyer names the amount. */
    open?: boolean | undefined;
    /** Whose numbers it is for, `Telkomsel`. */
    operator?: string | undefined;
  } | undefined;
  attraction?: WithMore<AttractionContext> | undefined;
  /** The outbound trip. */
  trip?: WithMore<TripContext> | undefined;
  /** The return trip. */
  returnTrip?: WithMore<TripContext> | undefined;
}

export interface Options {
  /** `id` unless told. */
  language?: Language | undefined;
  /** `YYYY-MM-DD`; the day in Jakarta unless told. */
  today?: string | undefined;
  /** Advice to count as errors: these codes, or everything that most likely is a slip of the finger. */
  treatAsError?: readonly IssueCode[] | "typos" | undefined;
  context?: Context | undefined;
  /** Sentences of your own, by code, told as they stand; an issue has its limits in `params`. */
  messages?: Partial<Record<IssueCode, string>> | undefined;
}

export interface PrepareOptions extends Options {
  /** How `<`, `>`, `&`, U+2028 and U+2029 are written in a Klikoo body; `go` unless told. */
  escapes?: "go" | "raw" | undefined;
}

/** What the hook shows the page of an answer. */
export interface BuyerAnswer {
  state: PurchaseState;
  reason?: FailureReason;
  data?: Record<string, string | number>;
}

/** A provider's text, its text with the HTTP status, its parsed envelope, or the hook's answer. */
export type Answer = string | { http: number; body: string } | BuyerAnswer | object;

export interface AnswerOptions extends Pick<Options, "language" | "today" | "context"> {
  reference?: string | undefined;
  /** What the hook kept of the order for the receipt. */
  receipt?: Record<string, string> | null | undefined;
  /** The state in the hook's ledger, which beats the answer's own. */
  state?: PurchaseState | undefined;
}

/** A line of the receipt. */
export interface Line {
  key: LineKey;
  /** What a person calls it, in the language of the call. */
  label: string;
  text: string;
}

/** What became of a purchase, for a person to read. */
export interface Outcome {
  state: PurchaseState;
  operation: OperationId;
  reference?: string;
  /** The provider's number. */
  transactionId?: string;
  /** What the provider gives as a proof, verbatim; not there where it is the `plnToken`. */
  serial?: string;
  /** Exactly 20 digits, only for prepaid PLN. */
  plnToken?: string;
  /** Of a bus, each way. */
  bookingCodes?: { departure?: string; return?: string };
  /** Until when seats are held, as the provider wrote it. */
  expiresAt?: string;
  /** What has happened, a sentence or two. */
  message: string;
  /** The receipt, in the order to show it. */
  lines: Line[];
  /** What the buyer does next, and how to say it. */
  next: { kind: NextKind; text: string };
  /** The provider's own code and words, only where its raw answer was read: for logs, not for buyers. */
  provider?: { code: string | null; http: number | null; service: string | null; case: string | null; message: string | null };
}

/** What a form needs to know of a field. In `name`, `path`, `autocomplete` and `group` the number of a row is written `*`. */
export interface Field {
  /** The name of its control, `departure.passengers.*.dob`. */
  name: string;
  path: string[];
  label: string;
  /** The hint under the field; empty where none is needed. */
  help: string;
  kind: FieldKind;
  /** Who fills it in; a form asks for those of `form` only. */
  owner: "form" | "checkout" | "merchant";
  /** Whether a form, or a row, lacks something without it. A return trip may be left out, so a form lacks no trip for it. */
  required: boolean;
  /** Autofill detail tokens (HTML Living Standard), `section-* bday`. */
  autocomplete: string;
  /** Counts on `format`: a keyboard of digits has no slash for a date. */
  inputmode: InputMode;
  /** The digits of its longest form, where people copy digits. No `maxlength`: `+62`, blanks and hyphens may be typed too. */
  maxDigits?: number;
  /** How it is formatted while typing. */
  format?: FieldFormat;
  /** The values it can have, where the provider has a closed list of its own. */
  choices?: { value: string; label: string }[];
  /** The name of the list whose rows repeat it. */
  group?: string;
  /** What a person calls the objects and lists that hold it, the outermost first: `["Outbound trip", "Passenger details"]`. */
  legends?: string[];
}

/** What a value tells, by its kind; a part that it does not tell is absent. */
export interface Parts {
  /** `msisdn`: `+6281234567890`. */
  e164?: string;
  /** `msisdn`: the number without its 0. */
  national?: string;
  /** `msisdn`: whom the prefix points at; a hint. */
  operator?: string;
  brand?: string;
  /** `nik`: `male` or `female`. */
  gender?: string;
  /** `nik`: the likelier day of birth, ISO. */
  born?: string;
  /** `nik`, `birth`: full years on the option `today`; who was born on 29 February gets older on 1 March. */
  age?: string;
  /** `nik`: the two digits of the Ministry of Home Affairs. */
  province?: string;
  /** `pln_token`: five groups of four digits. */
  grouped?: string;
  /** `bpjs`: the participant's card. */
  card?: string;
  /** `bpjs`: the virtual account at BRI, BNI, BTN and BCA. */
  virtualAccount?: string;
  /** `bpjs`: the virtual account at Mandiri. */
  virtualAccountMandiri?: string;
}

export interface Parsed {
  /** The wire spelling; absent where the text is refused. */
  value?: string;
  parts: Parts;
  /** The value with its middle hidden, of the kinds that are personal numbers or addresses. */
  masked?: string;
  issues: Issue[];
}

/** What a control is to show while it is typed in. */
export interface Typed {
  text: string;
  /** In UTF-16 units, as `selectionStart`. */
  caret: number;
  /** The brand that a telephone number's prefix points at. */
  hint?: string;
}

/** Why the hook refused a call (RFC 9457). */
export interface Problem {
  code: ProblemCode;
  params?: Record<string, string | number | string[]> | undefined;
}
