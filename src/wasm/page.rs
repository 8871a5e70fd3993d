//! What the page calls.

use wasm_bindgen::prelude::*;

use crate::desk::Kept;
use crate::fault::Fault;
use crate::input::{Leaf, Node, Reader, whole};
use crate::messages::{Language, issues, problems};
use crate::operation::Operation;
use crate::params::Param;
use crate::plain::Plain;
use crate::verdict::Answer;
use crate::views::IssueView;
use crate::wasm::{fault, give, given, source, told};
use crate::{answer, api, fields, intent, parse};

/// Id, provider, kind, method, path, reference and shape of every operation: a line each, tabs between the columns.
#[wasm_bindgen]
pub fn operations() -> String {
    let mut text = String::new();
    for operation in Operation::all() {
        let kind = operation.kind.as_str();
        let reference = operation.reference.unwrap_or_default();
        let columns = [operation.id, operation.provider.as_str(), kind, operation.method, operation.path, reference];
        for column in columns {
            text.push_str(column);
            text.push('\t');
        }
        text.push_str(&operation.shape.spell());
        text.push('\n');
    }
    text
}

/// The fields of an operation.
#[wasm_bindgen(js_name = fields)]
pub fn fields_of(operation: &str, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| give(Plain::List(&fields::fields(operation, options))))
}

/// The issues of a form; `undefined` asks for a careful walk.
#[wasm_bindgen]
pub fn validate(operation: &str, text: &str, marks: i32, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| issues_of(api::validate(operation, source(text, marks), options)))
}

/// The issues of one field; `undefined` asks for a careful walk.
#[wasm_bindgen(js_name = validateField)]
pub fn validate_field(operation: &str, name: &str, text: &str, marks: i32, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| {
        issues_of(api::validate_field(operation, name, source(text, marks), options)?)
    })
}

fn issues_of(issues: Option<Vec<IssueView>>) -> Result<JsValue, Fault> {
    issues.map_or(Ok(JsValue::UNDEFINED), |issues| give(Plain::List(&issues)))
}

/// A form in the spelling of the wire, as JSON text; `undefined` asks for a careful walk.
#[wasm_bindgen(unchecked_return_type = "string | undefined")]
pub fn normalise(operation: &str, text: &str, marks: i32, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| {
        Ok(super::text(api::normalise(operation, source(text, marks), options)))
    })
}

/// The body of a flawless walk, else `undefined`: a string alone crosses several times faster than an object.
#[wasm_bindgen(unchecked_return_type = "string | undefined")]
pub fn body(operation: &str, text: &str, marks: i32, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| {
        Ok(super::text(api::body(operation, text, marks.unsigned_abs() as usize, options)))
    })
}

/// The request or the issues; `undefined` asks for a careful walk.
#[wasm_bindgen]
pub fn prepare(operation: &str, text: &str, marks: i32, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| {
        let prepared = api::prepare(operation, source(text, marks), options);
        prepared.map_or(Ok(JsValue::UNDEFINED), |prepared| give(Plain::View(&prepared)))
    })
}

/// The outcome of a provider's raw answer; an `http` of 0 is not known.
#[wasm_bindgen(js_name = readRaw)]
pub fn read_raw(operation: &str, http: u16, text: &str, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| {
        give(Plain::View(&answer::raw(operation, &Answer::read((http > 0).then_some(http), text), options)))
    })
}

/// The outcome of what the hook shows.
#[wasm_bindgen(js_name = readShown)]
pub fn read_shown(operation: &str, text: &str, opts: &str) -> Result<JsValue, JsValue> {
    given(operation, opts, &|operation, options| give(Plain::View(&answer::shown(operation, &Answer::read(None, text), options))))
}

/// One value by itself.
#[wasm_bindgen(js_name = parse)]
pub fn parse_value(kind: &str, text: &str, opts: &str) -> Result<JsValue, JsValue> {
    told(opts, &|options| give(Plain::View(&parse::parse(kind, text, options, &Kept::new())?)))
}

/// The sentence of an issue's or a problem's code; `params` is JSON text.
#[wasm_bindgen]
pub fn message(code: &str, params: &str, language: &str) -> Result<String, JsValue> {
    let language = Language::named(language).ok_or_else(|| fault(Fault::BadOptions))?;
    if let Some(problem) = problems::Problem::named(code) {
        return Ok(problems::sentence(problem, language).to_owned());
    }
    let code = crate::code::Code::named(code).ok_or_else(|| fault(Fault::UnknownCode))?;
    let tree = Reader::new(params, 4).read().unwrap_or_default();
    let params: Vec<_> = tree.root().children().filter_map(|node| Some((node.key(), param(node)?))).collect();
    Ok(issues::sentence(code, &params, "", language))
}

fn param(node: Node<'_>) -> Option<Param> {
    match node.leaf() {
        Leaf::Number(digits) => whole(digits).map(Param::Number),
        Leaf::Text(text) => Some(Param::Text(text.clone().into_owned().into())),
        Leaf::List => {
            let texts: Vec<&str> = node.children().map(|text| text.as_text().unwrap_or_default()).collect();
            Some(Param::Text(texts.join(", ").into()))
        }
        _ => None,
    }
}

/// The next step of an intent, `progress act`.
#[wasm_bindgen(js_name = intentStep)]
pub fn intent_step(progress: &str, event: &str) -> String {
    let event = intent::Event::named(event).unwrap_or(intent::Event::Unreachable);
    let (progress, act) = intent::step(intent::Progress::named(progress), event);
    let mut text = String::from(progress.as_str());
    text.push(' ');
    text.push_str(act.as_str());
    text
}

/// A new version 4 UUID (RFC 9562).
#[wasm_bindgen(js_name = newReference)]
pub fn new_reference() -> Result<String, JsValue> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| JsValue::from_str("ERR_NO_RANDOMNESS"))?;
    Ok(crate::rules::reference::uuid_v4(bytes))
}
