//! What the hook calls. Its options are JSON text, and its faults are thrown as their codes.

use wasm_bindgen::prelude::*;

use crate::answer::Answer;
use crate::api::Source;
use crate::desk::Kept;
use crate::fault::Fault;
use crate::input::json;
use crate::messages::Language;
use crate::options::Options;
use crate::plain::Plain;
use crate::providers::netzme::token;
use crate::state::State;
use crate::wasm::{give, page, today, view};
use crate::{api, call, lookup, purchase};

fn fault(fault: Fault) -> JsValue {
    JsValue::from_str(fault.as_str())
}

fn read<'k>(opts: &str, kept: &'k Kept) -> Result<Options<'k>, Fault> {
    Options::from_json(opts, today().ok_or(Fault::BadOptions)?, kept)
}

fn arrived<'k>(http: u16, text: &str, kept: &'k Kept) -> Answer<'k> {
    Answer::arrived((http > 0).then_some(http), text, kept)
}

/// The table of operations, as the page sees it.
#[wasm_bindgen]
pub fn operations() -> String {
    page::operations()
}

/// The request or the issues of an input's JSON text.
#[wasm_bindgen]
pub fn prepare(operation: &str, text: &str, opts: &str) -> Result<JsValue, JsValue> {
    let kept = Kept::new();
    let operation = api::operation(operation).map_err(fault)?;
    let prepared = api::prepare(operation, Source::json(text, &kept), &read(opts, &kept).map_err(fault)?);
    Ok(prepared.map_or(JsValue::UNDEFINED, |prepared| view(&prepared)))
}

/// The sentence of an issue's or a problem's code; `params` is JSON text.
#[wasm_bindgen]
pub fn message(code: &str, params: &str, language: &str) -> Result<String, JsValue> {
    let language = Language::named(language).ok_or(Fault::BadOptions).map_err(fault)?;
    page::message(code, &json::tape(params).unwrap_or_default(), language).map_err(fault)
}

/// Reads a browser's call, into what may go on or what stands in its way; the hook's script tells them apart by `issues`.
#[wasm_bindgen(js_name = openCall)]
pub fn open_call(text: &str, opts: &str) -> Result<JsValue, JsValue> {
    Ok(match call::open(text, &read(opts, &Kept::new()).map_err(fault)?) {
        Ok(opened) => view(&opened),
        Err(unopened) => view(&unopened),
    })
}

/// The verdict on an answer; an `http` of 0 with an empty text is no answer.
#[wasm_bindgen]
pub fn judge(operation: &str, http: u16, text: &str) -> Result<JsValue, JsValue> {
    let operation = api::operation(operation).map_err(fault)?;
    Ok(view(&lookup::judge(operation, &arrived(http, text, &Kept::new()))))
}

/// What a transaction detail proves of the purchase whose body was sent.
#[wasm_bindgen(js_name = judgeLookup)]
pub fn judge_lookup(operation: &str, sent: &str, http: u16, text: &str) -> Result<JsValue, JsValue> {
    let operation = api::operation(operation).map_err(fault)?;
    Ok(view(&lookup::judge_detail(operation, sent, &arrived(http, text, &Kept::new()))))
}

/// What a page of the history proves of a reference.
#[wasm_bindgen(js_name = findInHistory)]
pub fn find_in_history(reference: &str, http: u16, text: &str) -> JsValue {
    view(&lookup::in_history(reference, &arrived(http, text, &Kept::new())))
}

/// What the receipt keeps of a body, as JSON text.
#[wasm_bindgen]
pub fn receipt(operation: &str, sent: &str) -> Result<String, JsValue> {
    let operation = api::operation(operation).map_err(fault)?;
    Ok(lookup::receipt(operation, sent))
}

/// The next move of a row, `state attempt action`; an empty state is a reference without a row.
#[wasm_bindgen(js_name = purchaseStep)]
pub fn purchase_step(state: &str, event: &str, attempt: u32) -> Option<String> {
    let event = purchase::Event::named(event)?;
    // A state that cannot be read is not a reference without a row: on that, a body would be sent.
    let state = if state.is_empty() { None } else { Some(State::named(state)?) };
    let step = purchase::step(state, event, attempt);
    let mut text = String::from(step.state.as_str());
    text.push(' ');
    crate::texts::push_number(&mut text, step.attempt.into());
    text.push(' ');
    text.push_str(step.action.as_str());
    Some(text)
}

/// What a Netzme token carries; `null` where the text is no token.
#[wasm_bindgen(js_name = netzmeToken)]
pub fn netzme_token(text: &str) -> JsValue {
    give(token::read(text).as_ref().map_or(Plain::Null, |token| Plain::View(token)))
}
