//! What the page asks, all through one export: an export each would cost the page some hundred bytes of script.
//!
//! A text begins with the columns of the options, then two more: the question's subject and an edit's `inputType`. Behind
//! them stands what the question is about. An input is a quick walk, with the number of its marks beside it, or a tape,
//! with a negative number.

use wasm_bindgen::prelude::*;

use crate::answer::Answer;
use crate::api::Source;
use crate::desk::Kept;
use crate::fault::Fault;
use crate::format::as_you_type::{TypedKind, as_you_type};
use crate::input::{ANSWER, Tree};
use crate::messages::{Language, issues, problems};
use crate::operation::Operation;
use crate::options::{Columns, Options};
use crate::plain::Plain;
use crate::rules::reference;
use crate::texts::{append, owned};
#[cfg(not(feature = "hook"))]
use crate::wasm::form;
use crate::wasm::{give, today, view};
use crate::{api, fields, intent, outcome, parse};

/// The table of operations; the place of a line is what the other questions name an operation by.
pub const OPERATIONS: u8 = 0;
/// The fields of an operation.
pub const FIELDS: u8 = 1;
/// The issues of a form.
pub const VALIDATE: u8 = 2;
/// A form in the spelling of the wire, as JSON text.
pub const NORMALISE: u8 = 3;
/// The body of a flawless walk: a string alone crosses several times faster than an object.
pub const BODY: u8 = 4;
/// The request or the issues.
pub const PREPARE: u8 = 5;
/// The outcome of a provider's raw answer; the number is its HTTP status, or 0.
pub const READ_RAW: u8 = 6;
/// The outcome of what the hook shows.
pub const READ_SHOWN: u8 = 7;
/// One value by itself, of the kind that the subject names.
pub const PARSE: u8 = 8;
/// The sentence of the issue's or problem's code that is the subject; the tape is its params.
pub const MESSAGE: u8 = 9;
/// The next step of an intent: `progress event` gives `progress act`.
pub const INTENT_STEP: u8 = 10;
/// A new version 4 UUID (RFC 9562).
pub const NEW_REFERENCE: u8 = 11;
/// A control's text while it is typed, of the kind that the subject names; the number is the caret's place.
pub const AS_YOU_TYPE: u8 = 12;
/// The same for the control itself, whose text and caret are set.
pub const TYPE_IN: u8 = 13;
/// Marks the control as wrong by the sentence; the subject is the ids of what describes it then. An empty sentence ends it.
pub const MARK: u8 = 14;

type Told = Result<JsValue, Fault>;

/// Answers a question. `undefined` asks for a careful walk. A number is the place of a fault in [`Fault::ALL`]: it is not
/// thrown, since an answer that can throw crosses as three values. Only [`TYPE_IN`] and [`MARK`] are about a `control`.
#[wasm_bindgen]
pub fn ask(question: u8, operation: u8, number: i32, text: &str, control: &JsValue) -> JsValue {
    answered(question, operation, number, text, control).unwrap_or_else(|fault| JsValue::from(fault as u32))
}

#[cfg_attr(feature = "hook", allow(unused_variables))] // the hook has no controls
fn answered(question: u8, operation: u8, number: i32, text: &str, control: &JsValue) -> Told {
    let mut columns = Columns::of(text);
    let options = &Options::read(&mut columns, &today)?;
    let subject = columns.take().unwrap_or_default();
    let edit = columns.take().unwrap_or_default();
    let text = columns.behind().ok_or(Fault::BadOptions)?;
    let operation = Operation::at(operation.into()).ok_or(Fault::UnknownOperation)?;
    Ok(JsValue::from(match question {
        OPERATIONS => Some(operations()),
        NORMALISE => api::normalise(operation, source(text, number), options),
        BODY => api::body(operation, text, number.unsigned_abs() as usize, options),
        MESSAGE => Some(message(subject, text, options.language)?),
        INTENT_STEP => Some(intent_step(text)),
        NEW_REFERENCE => Some(reference::uuid_v4(random()?)),
        AS_YOU_TYPE => {
            let kind = TypedKind::named(subject).ok_or(Fault::UnknownKind)?;
            return Ok(view(&as_you_type(kind, text, number.max(0) as usize, edit)));
        }
        #[cfg(not(feature = "hook"))]
        TYPE_IN => {
            form::type_in(control.unchecked_ref(), subject, text, number.max(0) as usize, edit);
            None
        }
        #[cfg(not(feature = "hook"))]
        MARK => {
            form::mark(control.unchecked_ref(), subject, text);
            None
        }
        PARSE => return Ok(view(&parse::parse(subject, text, options, &Kept::new())?)),
        FIELDS => return Ok(give(Plain::List(&fields::fields(operation, options)))),
        READ_RAW | READ_SHOWN => {
            let answer = Answer::read(u16::try_from(number).ok().filter(|http| *http > 0), text);
            let read = if question == READ_RAW { outcome::raw } else { outcome::shown };
            return Ok(view(&read(operation, &answer, options)));
        }
        PREPARE => {
            let prepared = api::prepare(operation, source(text, number), options);
            return Ok(prepared.map_or(JsValue::UNDEFINED, |prepared| view(&prepared)));
        }
        VALIDATE => {
            let issues = api::validate(operation, source(text, number), options);
            return Ok(issues.map_or(JsValue::UNDEFINED, |issues| give(Plain::List(&issues))));
        }
        _ => return Err(Fault::BadOptions),
    }))
}

#[inline(never)]
fn source(text: &str, number: i32) -> Source<'_> {
    usize::try_from(number).map_or_else(|_| Source::tape(text), |marks| Source::Walk(text, marks))
}

/// Id, provider, kind, method, path, reference and shape of every operation: a line each, tabs between the columns.
#[inline(never)]
pub fn operations() -> String {
    let mut text = String::new();
    for operation in Operation::all() {
        let kind = operation.kind.as_str();
        let reference = operation.reference.unwrap_or_default();
        let columns = [operation.id, operation.provider.as_str(), kind, operation.method, operation.path, reference];
        for column in columns {
            append(&mut text, column);
            append(&mut text, "\t");
        }
        append(&mut text, &operation.shape.spell());
        append(&mut text, "\n");
    }
    text
}

/// The sentence of an issue's or a problem's code; `params` is a tape.
///
/// # Errors
/// `ERR_UNKNOWN_CODE`: `field.mising`.
#[inline(never)]
pub fn message(code: &str, params: &str, language: Language) -> Result<String, Fault> {
    if let Some(problem) = problems::Problem::named(code) {
        return Ok(owned(problems::sentence(problem, language)));
    }
    let code = crate::code::Code::named(code).ok_or(Fault::UnknownCode)?;
    let tree = Tree::read(params, ANSWER);
    Ok(issues::sentence(code, &tree.root(), "", language))
}

/// The page's storage may hold any progress, even one with blanks; an event has none.
#[inline(never)]
fn intent_step(text: &str) -> String {
    let blank = text.bytes().rposition(|byte| byte == b' ').unwrap_or_default();
    let (progress, event) = (text.get(..blank).unwrap_or_default(), text.get(blank + 1..).unwrap_or_default());
    let event = intent::Event::named(event).unwrap_or(intent::Event::Unreachable);
    let (progress, act) = intent::step(intent::Progress::named(progress), event);
    let mut text = owned(progress.as_str());
    append(&mut text, " ");
    append(&mut text, act.as_str());
    text
}

fn random() -> Result<[u8; 16], Fault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::NoRandomness)?;
    Ok(bytes)
}
