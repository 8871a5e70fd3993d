//! Every sentence and label that people read, one exhaustive match per language: a missing one does not compile.
//!
//! Sentences stand beside the field they speak of. They say what is wrong and what to do, and never repeat what the
//! buyer typed. Sentences are no contract; codes are.

pub mod fill;
pub mod issues;
pub mod labels;
pub mod problems;
pub mod receipts;
mod texts;

pub use crate::format::Language;
pub use labels::Label;
pub use problems::Problem;
