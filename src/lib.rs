//! kasir: checks what a buyer typed, builds the exact request body, reads the provider's answer.
//!
//! The way down: `wasm` → `api` → `operation`, `answer` → `providers`, `messages`, `format` → `check`, `rules`,
//! `canonical`, `verdict`, `views`, `params` → `shape`, `input`, `options` → `desk`, `issue`, `code`, `path`, `fault` →
//! `alphabet`, `packed`, `texts`. Nothing below `wasm` names a JavaScript type, a clock, randomness, a network or a secret.

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
pub mod texts;
pub mod verdict;
pub mod views;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
