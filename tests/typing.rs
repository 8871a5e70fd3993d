//! Values while they are typed, as a browser's control types, deletes and pastes them.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[allow(dead_code)] // the properties use the rest
#[path = "typing/control.rs"]
mod control;
#[path = "typing/days.rs"]
mod days;
#[path = "typing/deleted.rs"]
mod deleted;
#[path = "holds/input_types.rs"]
mod input_types;
#[path = "typing/typed.rs"]
mod typed;
