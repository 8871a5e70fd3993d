//! One control of a page's form, over web-sys: written while it is typed in, marked while it is wrong.
//!
//! The page's script hands in what it can read of a control itself, since every method of web-sys costs the page an import
//! and its glue. web-sys has no one type for all controls; a select, too, has the methods that mark one.

use web_sys::HtmlInputElement;

use crate::format::as_you_type::{TypedKind, as_you_type};

/// Formats what was typed into a control by that kind.
pub fn type_in(control: &HtmlInputElement, kind: &str, text: &str, caret: usize, input_type: &str) {
    let Some(kind) = TypedKind::named(kind) else { return };
    let typed = as_you_type(kind, text, caret, input_type);
    // To set a value is to lose what the browser could undo.
    if typed.text != text {
        control.set_value(&typed.text);
        // It fails on a control without a caret, which then has none to lose.
        let _ = control.set_selection_range(typed.caret as u32, typed.caret as u32);
    }
}

/// Marks a control as wrong, for the browser's own validation and, by ARIA, for assistive technology. An empty sentence ends
/// the former only: the page's script knows what the ARIA attributes were before, and puts them back.
pub fn mark(control: &HtmlInputElement, described_by: &str, sentence: &str) {
    control.set_custom_validity(sentence);
    if !sentence.is_empty() {
        // Neither can fail: the names are good.
        let _ = control.set_attribute("aria-invalid", "true");
        let _ = control.set_attribute("aria-describedby", described_by);
    }
}
