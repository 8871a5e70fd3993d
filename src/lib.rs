//! kasir: checks what a buyer typed, builds the exact request body, reads the provider's answer.
//!
//! The way down: `wasm` → `api` → `operation`, `answer` → `providers`, `messages`, `format` → `check`, `rules`,
//! `canonical`, `verdict` → `shape`, `input` → `issue`, `code`, `path`, `fault`. Nothing below `wasm` names a JavaScript
//! type, a clock, randomness, a network or a secret.

#![forbid(unsafe_code)]

pub mod answer;
pub mod api;
pub mod canonical;
pub mod check;
pub mod code;
pub mod context;
pub mod fault;
pub mod format;
pub mod input;
pub mod issue;
pub mod messages;
pub mod operation;
pub mod options;
pub mod outcome;
pub mod path;
pub mod providers;
pub mod receipt;
pub mod request;
pub mod rules;
pub mod shape;
pub mod verdict;
pub mod views;
