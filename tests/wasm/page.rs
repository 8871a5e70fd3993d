//! The questions as the page's script asks them: options as columns, operations by their places, faults by theirs.

use kasir::fault::Fault;
use kasir::operation::Operation;
use kasir::wasm::page::{
    BODY, FIELDS, INTENT_STEP, MESSAGE, NEW_REFERENCE, NORMALISE, OPERATIONS, PARSE, PREPARE, READ_RAW, READ_SHOWN,
    VALIDATE, VALIDATE_FIELD, ask,
};
use wasm_bindgen::JsValue;

use crate::support::columns;

type Answer = Result<JsValue, JsValue>;

fn answer(answer: JsValue) -> Answer {
    match answer.as_f64() {
        Some(place) => Err(JsValue::from_str(Fault::ALL[place as usize].as_str())),
        None => Ok(answer),
    }
}

/// The place of an operation; that of one which does not exist lies behind the last one.
fn place(id: &str) -> u8 {
    let place = Operation::all().position(|operation| operation.id == id).unwrap_or(Operation::all().count());
    u8::try_from(place).expect("few operations")
}

fn asked(question: u8, id: &str, number: i32, opts: &str, subject: &str, text: &str) -> Answer {
    answer(ask(question, place(id), number, &[&columns(opts, subject), text].concat()))
}

fn text(answer: Answer) -> Result<String, JsValue> {
    answer.map(|answer| answer.as_string().expect("a text"))
}

pub fn operations() -> String {
    text(asked(OPERATIONS, "", 0, "", "", "")).expect("no fault")
}

pub fn fields_of(id: &str, opts: &str) -> Answer {
    asked(FIELDS, id, 0, opts, "", "")
}

pub fn validate(id: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(VALIDATE, id, marks, opts, "", text)
}

pub fn validate_field(id: &str, name: &str, text: &str, marks: i32, opts: &str) -> Answer {
    asked(VALIDATE_FIELD, id, marks, opts, name, text)
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

pub fn read_raw(id: &str, http: u16, text: &str, opts: &str) -> Answer {
    asked(READ_RAW, id, http.into(), opts, "", text)
}

pub fn read_shown(id: &str, text: &str, opts: &str) -> Answer {
    asked(READ_SHOWN, id, 0, opts, "", text)
}

pub fn parse_value(kind: &str, text: &str, opts: &str) -> Answer {
    asked(PARSE, "", 0, opts, kind, text)
}

pub fn message(code: &str, params: &str, language: &str) -> Result<String, JsValue> {
    text(asked(MESSAGE, "", 0, &format!(r#"{{"language":"{language}"}}"#), code, params))
}

pub fn intent_step(progress: &str, event: &str) -> String {
    text(asked(INTENT_STEP, "", 0, "", "", &format!("{progress} {event}"))).expect("no fault")
}

pub fn new_reference() -> Result<String, JsValue> {
    text(asked(NEW_REFERENCE, "", 0, "", "", ""))
}

/// A text that the script never sends.
pub fn raw(text: &str) -> Answer {
    answer(ask(PREPARE, 0, crate::JSON, text))
}
