//! The questions as the page's script asks them: options as columns, operations by their places, faults by theirs.

use kasir::fault::Fault;
use kasir::input::json;
use kasir::operation::Operation;
use kasir::wasm::page::{
    BODY, FIELDS, INTENT_STEP, MESSAGE, NEW_REFERENCE, NORMALISE, OPERATIONS, PARSE, PREPARE, READ_RAW, READ_SHOWN,
    VALIDATE, ask,
};
use serde_json::Value;
use wasm_bindgen::JsValue;

use crate::blanks::BLANKS;
use crate::support::columns;
use crate::{CAREFUL, seen};

type Answer = Result<JsValue, JsValue>;

fn answer(answer: JsValue) -> Answer {
    match answer.as_f64() {
        Some(place) => Err(JsValue::from_str(Fault::ALL[place as usize].as_str())),
        None => Ok(answer),
    }
}

/// Stands for the operation of a question that is about none.
const ANY: &str = "klikoo.product_buy";

/// The place of an operation; that of one which does not exist lies behind the last one.
fn place(id: &str) -> u8 {
    let place = Operation::all().position(|operation| operation.id == id).unwrap_or(Operation::all().count());
    u8::try_from(place).expect("few operations")
}

fn asked(question: u8, id: &str, number: i32, opts: &str, subject: &str, text: &str) -> Answer {
    answer(ask(question, place(id), number, &[&columns(opts, subject), text].concat(), &JsValue::UNDEFINED))
}

/// A JSON text as the script hands it over: as a tape, or as nothing where it is no JSON.
pub fn tape(text: &str) -> String {
    json::tape(text).unwrap_or_default()
}

fn text(answer: Answer) -> Result<String, JsValue> {
    answer.map(|answer| answer.as_string().expect("a text"))
}

pub fn operations() -> String {
    text(asked(OPERATIONS, ANY, 0, "", "", "")).expect("no fault")
}

pub fn fields_of(id: &str, opts: &str) -> Answer {
    asked(FIELDS, id, 0, opts, "", "")
}

pub fn validate(id: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(VALIDATE, id, marks, opts, "", text)
}

/// The issues of one control of a form's JSON text.
pub fn issues_of(id: &str, name: &str, text: &str, opts: &str) -> Value {
    let issues = seen(validate(id, &tape(text), CAREFUL, opts));
    issues.as_array().expect("issues").iter().filter(|issue| issue["name"] == name).cloned().collect()
}

pub fn normalise(id: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(NORMALISE, id, marks, opts, "", text)
}

pub fn body(id: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(BODY, id, marks, opts, "", text)
}

pub fn prepare(id: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(PREPARE, id, marks, opts, "", text)
}

fn answer_tape(text: &str) -> String {
    json::lenient_tape(text.trim_matches(|letter| BLANKS.contains(letter))).unwrap_or_default()
}

pub fn read_raw(id: &str, http: u16, text: &str, opts: &str) -> Answer {
    asked(READ_RAW, id, http.into(), opts, "", &answer_tape(text))
}

pub fn read_shown(id: &str, text: &str, opts: &str) -> Answer {
    asked(READ_SHOWN, id, 0, opts, "", &answer_tape(text))
}

pub fn parse_value(kind: &str, text: &str, opts: &str) -> Answer {
    asked(PARSE, ANY, 0, opts, kind, text)
}

pub fn message(code: &str, params: &str, language: &str) -> Result<String, JsValue> {
    text(asked(MESSAGE, ANY, 0, &format!(r#"{{"language":"{language}"}}"#), code, &tape(params)))
}

pub fn intent_step(progress: &str, event: &str) -> String {
    text(asked(INTENT_STEP, ANY, 0, "", "", &format!("{progress} {event}"))).expect("no fault")
}

pub fn new_reference() -> Result<String, JsValue> {
    text(asked(NEW_REFERENCE, ANY, 0, "", "", ""))
}

/// A text that the script never sends.
pub fn raw(text: &str) -> Answer {
    answer(ask(PREPARE, 0, CAREFUL, text, &JsValue::UNDEFINED))
}
