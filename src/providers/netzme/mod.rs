//! Netzme's PPOB partner API, <https://apidocs-ppob.netzme.id>.
//!
//! Bodies are `{"type":…,"body":…}` in the printed key order, numbers as written.

pub mod percentage_product;
pub mod response;
#[cfg(feature = "hook")]
pub mod token;
