//! One file per kind of value: a pure function from text to a parsed value, or the finding that forbids it.
//!
//! A rule gets the text without blanks around it, never empty. It leaves advice on the desk and returns the value in
//! its wire spelling: the text itself where it already has it, a text kept on the desk otherwise.

pub use apply::apply;

mod apply;
pub mod bpjs;
pub mod calendar_day;
pub mod country;
pub mod dial_codes;
pub(crate) mod dialled;
pub mod digits;
pub mod driver;
pub mod email;
pub mod id_card;
pub mod landline;
pub mod locale;
pub mod meter_number;
pub mod msisdn;
pub mod nik;
pub mod number;
pub mod operators;
pub mod passport;
pub mod percentage;
pub mod person_name;
pub mod product_code;
pub mod reference;
pub mod repeats;
pub mod rupiah;
pub mod text;
pub mod time_of_day;
pub mod transaction_id;
pub mod wallet;
