//! kasir: checks what a buyer typed, builds the exact request body, reads the provider's answer.
//!
//! `wasm` binds `api`, which is the whole library as plain functions. Nothing but `wasm` names a JavaScript type, a clock or
//! randomness, and nothing at all a network. The one secret that comes in is Netzme's token, which the hook's build reads.
//! Where to find what:
//!
//! - **operations**: one file each in `providers`, whose folders never import one another. `operation` is what each of them
//!   is, `shape` the table of its input, `fields` what a form needs to know of that table.
//! - **the way in**: `input` reads what came, by `options` and `context` the caller adds what it knows. `check` walks the
//!   input by its shape and lays each value on the `desk` for its rule, one file in `rules` for each kind of value.
//! - **what is wrong**: `code`, `issue`, `path`, `params`; misuse by a programmer is a `fault`.
//! - **the body**: `canonical` writes it, `request` is what the hook sends.
//! - **the answer**: `answer` is what arrived, `verdict` what it means, `state` the states, reasons and next steps there are;
//!   `outcome` is what a buyer reads of it all, `receipt` its lines.
//! - **one value by itself**: `parse`, and `format` for how a value looks, while it is typed too.
//! - **words**: `messages`, the only place with sentences for people.
//! - **purchases as state machines**: `intent` in the page, `purchase` in the hook; `call` and `lookup` stand beside it.
//! - **results as plain data**: `views`, `plain`. Small tools that spare the page bytes: `alphabet`, `packed`, `texts`.

#![forbid(unsafe_code)]

pub mod alphabet;
pub mod answer;
pub mod api;
#[cfg(feature = "hook")]
pub mod call;
pub mod canonical;
pub mod check;
pub mod code;
pub mod context;
pub mod desk;
pub mod fault;
pub mod fields;
pub mod format;
pub mod input;
pub mod intent;
pub mod issue;
#[cfg(feature = "hook")]
pub mod lookup;
pub mod messages;
pub mod operation;
pub mod options;
pub mod outcome;
pub mod packed;
pub mod params;
pub mod parse;
pub mod path;
pub mod plain;
pub mod providers;
#[cfg(feature = "hook")]
pub mod purchase;
pub mod receipt;
pub mod request;
pub mod rules;
pub mod shape;
pub mod state;
pub mod texts;
pub mod verdict;
pub mod views;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
