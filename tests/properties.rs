//! What holds for any text and any input, natively and in WASM alike: 20,000 cases of each, or as many as `KASIR_CASES` says.
//!
//! `cargo test --profile proof --test properties`; `make proof` asks for a million.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod holds;
mod support;

#[allow(dead_code, unused_imports)] // the tables use the rest
#[path = "rules/answer.rs"]
mod answer;
#[path = "properties/any_input.rs"]
mod any_input;
#[path = "properties/any_text.rs"]
mod any_text;
#[path = "properties/cases.rs"]
mod cases;
#[allow(dead_code)] // the known answers use the rest
#[path = "typing/control.rs"]
mod control;
#[path = "properties/formats.rs"]
mod formats;
#[path = "properties/inputs.rs"]
mod inputs;
#[path = "properties/limits.rs"]
mod limits;
#[cfg(feature = "hook")]
#[path = "properties/lookups.rs"]
mod lookups;
#[cfg(feature = "hook")]
#[path = "properties/purchases.rs"]
mod purchases;
#[allow(dead_code, unused_imports)] // the tables use the rest
#[path = "rules/read.rs"]
mod read;
#[path = "rules/properties.rs"]
mod rules;
#[allow(dead_code)] // the corpus begins with the rest
#[path = "properties/texts.rs"]
mod texts;
#[path = "typing/properties.rs"]
mod typing;
#[path = "properties/values.rs"]
mod values;
