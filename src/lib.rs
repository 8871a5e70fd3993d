//! kasir: checks what a buyer typed, builds the exact request body, reads the provider's answer.

#![forbid(unsafe_code)]

pub mod code;
pub mod issue;
pub mod outcome;
pub mod path;
pub mod rules;
