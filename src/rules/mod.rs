//! One file per kind of value: a pure function from text to a parsed value, or the finding that forbids it.
//!
//! A rule gets the text without blanks around it, never empty. It pushes advice into `notes` and returns the value in
//! its wire spelling, borrowed where the text already has it.

use crate::issue::Finding;

/// Where a rule leaves its advice.
pub type Notes = Vec<Finding>;
