//! One control of a form: an input element in a browser, what stands for one in Node.

use kasir::wasm::page::{MARK, TYPE_IN, ask};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::columns;

/// It counts how often its value is set.
const CONTROL: &str = r#"
    const inBrowser = typeof document === "object";
    const attributes = new Map();
    const control = inBrowser ? document.createElement("input") : {
        setSelectionRange(start, end) { Object.assign(this, { selectionStart: start, selectionEnd: end }); },
        setCustomValidity(text) { this.validationMessage = text; },
        setAttribute(name, text) { attributes.set(name, text); },
        getAttribute(name) { return attributes.get(name) ?? null; },
    };
    if (inBrowser) document.body.append(control);
    let own = "";
    const { get, set } = inBrowser
        ? Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")
        : { get: () => own, set: (text) => (own = text) };
    Object.defineProperty(control, "value", {
        get() { return get.call(this); },
        set(text) { this.written += 1; set.call(this, text); },
    });
    return Object.assign(control, { written: 0 });
"#;

fn new_control() -> JsValue {
    js_sys::Function::new_no_args(CONTROL).call0(&JsValue::UNDEFINED).expect("a control")
}

fn get(control: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(control, &key.into()).expect("a property")
}

fn text(control: &JsValue, key: &str) -> String {
    get(control, key).as_string().expect("a text")
}

fn attribute(control: &JsValue, name: &str) -> Option<String> {
    let getter: js_sys::Function = get(control, "getAttribute").unchecked_into();
    getter.call1(control, &name.into()).expect("no fault").as_string()
}

/// The control after the browser put `typed` into it with the caret at its end: its value with the caret as `|`, and
/// what is told of it.
fn after(kind: &str, typed: &str, edit: &str) -> (String, JsValue) {
    let control = new_control();
    js_sys::Reflect::set(&control, &"value".into(), &typed.into()).expect("a value");
    let caret = i32::try_from(typed.encode_utf16().count()).expect("a short text");
    let setter: js_sys::Function = get(&control, "setSelectionRange").unchecked_into();
    setter.call2(&control, &caret.into(), &caret.into()).expect("a caret");
    let head = columns("", kind).replace('\u{1E}', &format!("\u{1F}{edit}\u{1E}"));
    let told = ask(TYPE_IN, 0, caret, &(head + typed), &control);
    let mut shown = text(&control, "value");
    let caret = get(&control, "selectionStart").as_f64().expect("a caret") as usize;
    shown.insert(caret, '|');
    (shown, told)
}

#[wasm_bindgen_test]
fn a_control_is_written_as_its_format_is() {
    for (kind, typed, shown) in [
        ("msisdn", "081234567890", "0812-3456-7890|"),
        ("rupiah", "1250000", "1.250.000|"),
        ("nik", "3174100912960001", "3174 1009 1296 0001|"),
        ("date", "09121996", "09/12/1996|"),
        ("meter", "01105691111", "0110 5691 111|"),
        ("meter", "537176111111", "5371 7611 1111|"),
        ("", "081234567890", "081234567890|"),
        ("off", "081234567890", "081234567890|"),
    ] {
        assert_eq!(after(kind, typed, "insertText").0, shown, "{kind}");
    }
}

#[wasm_bindgen_test]
fn nothing_is_told_of_what_is_typed() {
    for kind in ["msisdn", "rupiah", "nik", "date", "off"] {
        assert!(after(kind, "0812", "").1.is_undefined(), "{kind}");
    }
}

#[wasm_bindgen_test]
fn what_an_input_method_composes_is_left_alone() {
    assert_eq!(after("msisdn", "081234567", "insertCompositionText").0, "081234567|");
}

/// A value that is set takes with it what the browser could undo.
#[wasm_bindgen_test]
fn a_value_that_stays_is_not_set() {
    let control = new_control();
    for (typed, written) in [("0812", 0.0), ("08123", 1.0), ("0812-3", 1.0), ("0812-34567", 2.0)] {
        let head = columns("", "msisdn");
        ask(TYPE_IN, 0, 4, &(head + typed), &control);
        assert_eq!(get(&control, "written").as_f64(), Some(written), "{typed}");
    }
}

#[wasm_bindgen_test]
fn a_control_is_marked_and_no_longer_invalid_to_the_browser() {
    let control = new_control();
    let sign =
        |ids: &str, sentence: &str| assert!(ask(MARK, 0, 0, &(columns("", ids) + sentence), &control).is_undefined());
    sign("kasir-error-1 hint", "Nomornya kurang angka.");
    assert_eq!(text(&control, "validationMessage"), "Nomornya kurang angka.");
    assert_eq!(attribute(&control, "aria-invalid").as_deref(), Some("true"));
    assert_eq!(attribute(&control, "aria-describedby").as_deref(), Some("kasir-error-1 hint"));
    sign("", "");
    assert_eq!(text(&control, "validationMessage"), "");
}
