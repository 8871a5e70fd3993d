//! The providers, one folder each. They never import one another.

pub mod klikoo;
pub mod netzme;
