//! What the page asks, all through one export: an export each would cost the page some hundred bytes of script.
//!
//! A text begins with the columns of the options and, as one column more, the question's subject; behind them stands what
//! the question is about.

use wasm_bindgen::prelude::*;

use crate::desk::Kept;
use crate::fault::Fault;
use crate::input::{Leaf, Node, Reader, whole};
use crate::messages::{Language, issues, problems};
use crate::operation::Operation;
use crate::options::{Columns, Options};
use crate::params::Param;
use crate::plain::Plain;
use crate::verdict::Answer;
use crate::views::IssueView;
use crate::wasm::{give, source, today};
use crate::{answer, api, fields, intent, parse};

/// The table of operations; the place of a line is what the other questions name an operation by.
pub const OPERATIONS: u8 = 0;
/// The fields of an operation.
pub const FIELDS: u8 = 1;
/// The issues of a form.
pub const VALIDATE: u8 = 2;
/// The issues of the field that the subject names.
pub const VALIDATE_FIELD: u8 = 3;
/// A form in the spelling of the wire, as JSON text.
pub const NORMALISE: u8 = 4;
/// The body of a flawless walk: a string alone crosses several times faster than an object.
pub const BODY: u8 = 5;
/// The request or the issues.
pub const PREPARE: u8 = 6;
/// The outcome of a provider's raw answer; the number is its HTTP status, or 0.
pub const READ_RAW: u8 = 7;
/// The outcome of what the hook shows.
pub const READ_SHOWN: u8 = 8;
/// One value by itself, of the kind that the subject names.
pub const PARSE: u8 = 9;
/// The sentence of the issue's or problem's code that is the subject; the text is its params as JSON.
pub const MESSAGE: u8 = 10;
/// The next step of an intent: `progress event` gives `progress act`.
pub const INTENT_STEP: u8 = 11;
/// A new version 4 UUID (RFC 9562).
pub const NEW_REFERENCE: u8 = 12;

type Told = Result<JsValue, Fault>;

struct Asked<'a> {
    operation: Option<&'static Operation>,
    number: i32,
    options: Options<'a>,
    subject: &'a str,
    text: &'a str,
}

/// Answers a question. `undefined` asks for a careful walk; a number is the place of a fault in [`Fault::ALL`], and not
/// thrown, since an answer that can throw crosses as three values.
#[wasm_bindgen]
pub fn ask(question: u8, operation: u8, number: i32, text: &str) -> JsValue {
    read(operation, number, text)
        .and_then(|asked| answered(question, &asked))
        .unwrap_or_else(|fault| JsValue::from(fault as u32))
}

fn read(operation: u8, number: i32, text: &str) -> Result<Asked<'_>, Fault> {
    let mut columns = Columns::of(text);
    let options = Options::read(&mut columns, &today)?;
    let subject = columns.take().unwrap_or_default();
    let text = columns.behind().ok_or(Fault::BadOptions)?;
    Ok(Asked { operation: Operation::at(operation.into()), number, options, subject, text })
}

fn answered(question: u8, asked: &Asked<'_>) -> Told {
    match question {
        OPERATIONS => Ok(JsValue::from_str(&operations())),
        PARSE => give(Plain::View(&parse::parse(asked.subject, asked.text, &asked.options, &Kept::new())?)),
        MESSAGE => message(asked.subject, asked.text, asked.options.language).map(|text| JsValue::from_str(&text)),
        INTENT_STEP => Ok(JsValue::from_str(&intent_step(asked.text))),
        NEW_REFERENCE => new_reference(),
        _ => of_operation(question, asked.operation.ok_or(Fault::UnknownOperation)?, asked),
    }
}

fn of_operation(question: u8, operation: &'static Operation, asked: &Asked<'_>) -> Told {
    let Asked { number, options, subject, text, .. } = asked;
    let source = || source(text, *number);
    match question {
        FIELDS => give(Plain::List(&fields::fields(operation, options))),
        VALIDATE => issues_of(api::validate(operation, source(), options)),
        VALIDATE_FIELD => issues_of(api::validate_field(operation, subject, source(), options)?),
        NORMALISE => Ok(JsValue::from(api::normalise(operation, source(), options))),
        BODY => Ok(JsValue::from(api::body(operation, text, number.unsigned_abs() as usize, options))),
        PREPARE => {
            let prepared = api::prepare(operation, source(), options);
            prepared.map_or(Ok(JsValue::UNDEFINED), |prepared| give(Plain::View(&prepared)))
        }
        READ_RAW => {
            let http = u16::try_from(*number).ok().filter(|http| *http > 0);
            give(Plain::View(&answer::raw(operation, &Answer::read(http, text), options)))
        }
        _ => give(Plain::View(&answer::shown(operation, &Answer::read(None, text), options))),
    }
}

/// Id, provider, kind, method, path, reference and shape of every operation: a line each, tabs between the columns.
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

fn issues_of(issues: Option<Vec<IssueView>>) -> Told {
    issues.map_or(Ok(JsValue::UNDEFINED), |issues| give(Plain::List(&issues)))
}

/// The sentence of an issue's or a problem's code; `params` is JSON text.
///
/// # Errors
/// `ERR_UNKNOWN_CODE`: `field.mising`.
pub fn message(code: &str, params: &str, language: Language) -> Result<String, Fault> {
    if let Some(problem) = problems::Problem::named(code) {
        return Ok(problems::sentence(problem, language).to_owned());
    }
    let code = crate::code::Code::named(code).ok_or(Fault::UnknownCode)?;
    let tree = Reader::new(params, 4).read().unwrap_or_default();
    let mut params = Vec::new();
    for node in tree.root().children() {
        if let Some(param) = param(node) {
            params.push((node.key(), param));
        }
    }
    Ok(issues::sentence(code, &params, "", language))
}

fn param(node: Node<'_>) -> Option<Param> {
    match node.leaf() {
        Leaf::Number(digits) => whole(digits).map(Param::Number),
        Leaf::Text(text) => Some(Param::Text(String::from(&**text).into())),
        Leaf::List => {
            let mut texts = String::new();
            for node in node.children() {
                texts.push_str(if texts.is_empty() { "" } else { ", " });
                texts.push_str(node.as_text().unwrap_or_default());
            }
            Some(Param::Text(texts.into()))
        }
        _ => None,
    }
}

/// The page's storage may hold any progress, even one with blanks; an event has none.
fn intent_step(text: &str) -> String {
    let blank = text.bytes().rposition(|byte| byte == b' ').unwrap_or_default();
    let (progress, event) = (text.get(..blank).unwrap_or_default(), text.get(blank + 1..).unwrap_or_default());
    let event = intent::Event::named(event).unwrap_or(intent::Event::Unreachable);
    let (progress, act) = intent::step(intent::Progress::named(progress), event);
    let mut text = String::from(progress.as_str());
    text.push(' ');
    text.push_str(act.as_str());
    text
}

fn new_reference() -> Told {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::NoRandomness)?;
    Ok(JsValue::from_str(&crate::rules::reference::uuid_v4(bytes)))
}
