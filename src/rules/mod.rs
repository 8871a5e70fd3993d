//! One file per kind of value: a pure function from text to a parsed value, or the finding that forbids it.
//!
//! A rule gets the text without blanks around it, never empty. It pushes advice into `notes` and returns the value in
//! its wire spelling, borrowed where the text already has it.

use crate::issue::Finding;

pub mod calendar_day;
pub mod digits;
pub mod email;
pub mod id_card;
pub mod landline;
pub mod msisdn;
pub mod nik;
pub mod operators;
pub mod passport;
pub mod person_name;
pub mod reference;
pub mod rupiah;
pub mod text;

/// Where a rule leaves its advice.
pub type Notes = Vec<Finding>;
