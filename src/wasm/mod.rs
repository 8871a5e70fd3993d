//! The bindings: the one place that names JavaScript. Strings, numbers and a form's control in, plain data out, nothing
//! kept.
//!
//! No call leaves anything behind in the instance, so that one that trapped can be thrown away and another one asked.

#[cfg(not(feature = "hook"))]
pub mod form;
#[cfg(feature = "hook")]
pub mod hook;
pub mod page;

use serde::Serialize;
use talc::cell::TalcSyncCell;
use talc::wasm::{WasmBinning, WasmGrowAndClaim};
use wasm_bindgen::JsValue;

use crate::plain::{Plain, View};
use crate::rules::calendar_day::CalendarDay;

/// Smaller than the standard library's allocator, and as fast on a hostile input that needs a hundred thousand allocations,
/// where a simple free list is slow. WebAssembly cannot give memory back, so what was freed is used again.
#[global_allocator]
static ALLOCATOR: TalcSyncCell<WasmGrowAndClaim, WasmBinning> = TalcSyncCell::new_wasm(WasmGrowAndClaim);

/// WIB, the zone of the default `today`.
const JAKARTA_MS: f64 = 7.0 * 3_600_000.0;
const DAY_MS: f64 = 86_400_000.0;

/// The day in Jakarta by the system's clock.
#[inline(never)]
fn today() -> Option<CalendarDay> {
    CalendarDay::from_days(((js_sys::Date::now() + JAKARTA_MS) / DAY_MS) as i64)
}

/// The object of a view; plain data never fails to become one.
#[inline(never)]
fn view(view: &dyn View) -> JsValue {
    give(Plain::View(view))
}

#[inline(never)]
fn give(result: Plain<'_>) -> JsValue {
    result.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}
