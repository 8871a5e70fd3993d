//! The PLN token as a meter's key pad takes it: five groups of four digits (IEC 62055-41 has 20 digits).

pub use crate::rules::meter_number::in_fours as groups;
