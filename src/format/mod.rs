//! How values look to people: rupiah, dates and zones, token groups, masks, and all of them while they are typed.
//!
//! Text in, text out. Nothing here judges a value: what cannot be read gives `None`, and the caller shows the value as
//! it stands or not at all.

pub mod as_you_type;
pub mod date;
pub mod language;
pub mod masks;
pub mod rupiah;
pub mod token;
pub mod zones;

pub use language::Language;
pub use zones::Zone;
