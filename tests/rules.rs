//! Each rule against known answers from outside and against its own promises.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "rules/answer.rs"]
mod answer;
#[path = "holds/blanks.rs"]
#[allow(dead_code)] // the properties use the rest
mod blanks;
#[path = "rules/identity.rs"]
mod identity;
#[path = "rules/landlines.rs"]
mod landlines;
#[path = "rules/money_and_days.rs"]
mod money_and_days;
#[path = "rules/operators.rs"]
mod operators;
#[path = "rules/read.rs"]
mod read;
#[path = "rules/tables.rs"]
mod tables;
#[path = "rules/telephone.rs"]
mod telephone;
#[path = "rules/texts.rs"]
mod texts;
#[path = "rules/unseen.rs"]
mod unseen;
