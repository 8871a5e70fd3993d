/** What both entries give; they differ only in where the module comes from. */
export { KasirError, type KasirErrorCode } from "./errors.ts";
export type * from "./generated.ts";
export type { Intent, IntentStorage } from "./intents.ts";
export { type Kasir, newReference } from "./kasir.ts";
export type { CallOptions, Checkout, CheckoutSettings, FollowOptions, QueryOptions, QueryResult, SubmitOptions, SubmitResult } from "./checkout.ts";
export type { BoundForm, FormOptions } from "./form.ts";
export type { SchemaOptions, SchemaResult, StandardSchemaV1 } from "./schema.ts";
export type {
  Answer, AnswerOptions, AttractionContext, BookingField, BuyerAnswer, Context, Field, Issue, Language, Line, Options, Outcome, Parsed,
  Parts, Prepared, PreparedRequest, PrepareOptions, Problem, Severity, Source, TripContext, Typed,
} from "./types.ts";
