//! A browser's call as the hook receives it: `{ operation, input, basket, expect? }`, nothing of it trusted.

use std::borrow::Cow;

use crate::api;
use crate::canonical::{self, Escapes};
use crate::check::Scope;
use crate::code::Code;
use crate::input::{MAX_BYTES, MAX_DEPTH, Member, Node, Reader, Record};
use crate::issue::{Finding, Issue, TreatAsError};
use crate::messages::Language;
use crate::operation::Operation;
use crate::options::Options;
use crate::outcome::OperationKind;
use crate::path::{Path, Step};
use crate::plain::{Members, Plain, View};
use crate::views::IssueView;

/// The longest basket name.
const LONGEST_BASKET: usize = 200;

/// A call that may go on.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The operation.
    pub operation: &'static str,
    /// The form's fields as canonical JSON: what a fingerprint is made of.
    pub form: String,
    /// The merchant's name of the basket.
    pub basket: String,
    /// The price that the buyer has seen.
    pub expect: Option<String>,
    /// What is worth telling.
    pub advice: Vec<IssueView>,
}

/// What stands in the way of a call.
#[derive(Clone, Debug)]
pub struct Unopened {
    /// The operation that was asked for, where its name could be read and is not known.
    pub unknown_operation: Option<String>,
    /// The issues; a path of the input starts at the input.
    pub issues: Vec<IssueView>,
}

impl View for Opened {
    fn members(&self, members: &mut Members<'_>) {
        members.text("operation", self.operation);
        members.text("form", &self.form);
        members.text("basket", &self.basket);
        members.nullable("expect", &self.expect);
        members.put("advice", Plain::List(&self.advice));
    }
}

impl View for Unopened {
    fn members(&self, members: &mut Members<'_>) {
        members.nullable("unknown_operation", &self.unknown_operation);
        members.put("issues", Plain::List(&self.issues));
    }
}

/// Reads and checks a call's JSON text under `"typos"`.
///
/// # Errors
/// The issues of the text, of the call's own keys, or of the input.
pub fn open(text: &str, options: &Options<'_>) -> Result<Opened, Unopened> {
    let options = Options { treat_as_error: TreatAsError::Typos, ..options.clone() };
    let language = options.language;
    let members = members(text).map_err(|finding| unopened(finding, Step::Key("input"), language))?;
    let mut call = Call::default();
    let mut taken: Vec<Cow<'_, str>> = Vec::new();
    for Member { key, node } in members {
        let fault = if taken.contains(&key) { Some(Code::InputDuplicateKey.into()) } else { call.take(&key, node) };
        if let Some(finding) = fault {
            return Err(unopened(finding, Step::Other(key.into_owned()), language));
        }
        taken.push(key);
    }
    let id = call.operation.ok_or_else(|| missing("operation", language))?;
    let Some(operation) = Operation::named(&id) else {
        return Err(Unopened { unknown_operation: Some(id), ..missing("operation", language) });
    };
    let basket = call.basket.unwrap_or_default();
    // One basket is bought once, so what buys or holds names one.
    if matches!(operation.kind, OperationKind::Purchase | OperationKind::Hold | OperationKind::Pay) && basket.is_empty()
    {
        return Err(missing("basket", language));
    }
    let input = call.input.ok_or_else(|| missing("input", language))?;
    let record = Record::from_members(input, operation.shape);
    let (record, issues) = api::check(operation, record, &options, Scope::Browser);
    let record = record.filter(|_| !api::has_error(&issues));
    let advice = api::views(operation.shape, issues, &options);
    match record {
        Some(record) => {
            let mut form = String::new();
            canonical::push_record(&mut form, &record, Escapes::Go);
            Ok(Opened { operation: operation.id, form, basket, expect: call.expect, advice })
        }
        None => Err(Unopened { unknown_operation: None, issues: advice }),
    }
}

#[derive(Default)]
struct Call<'a> {
    operation: Option<String>,
    input: Option<Vec<Member<'a>>>,
    basket: Option<String>,
    expect: Option<String>,
}

impl<'a> Call<'a> {
    /// Takes a key's value; gives back what is wrong with it.
    fn take(&mut self, key: &str, node: Node<'a>) -> Option<Finding> {
        let wrong = |expected| Some(Finding::of(Code::FieldWrongType).text("expected", expected));
        match (key, node) {
            ("basket", Node::Text(text)) if text.chars().count() > LONGEST_BASKET => {
                return Some(Finding::of(Code::TextTooLong).number("max", LONGEST_BASKET as u64));
            }
            ("operation", Node::Text(text)) => self.operation = Some(text.into_owned()),
            ("basket", Node::Text(text)) => self.basket = Some(text.into_owned()),
            ("input", Node::Object(members)) => self.input = Some(members),
            ("expect", node @ Node::Object(_)) => self.expect = node.text("selling_price").map(str::to_owned),
            ("expect" | "basket", Node::Null) => {}
            ("operation" | "basket", _) => return wrong("string"),
            ("input" | "expect", _) => return wrong("object"),
            _ => return Some(Finding::of(Code::FieldUnknown)),
        }
        None
    }
}

fn members(text: &str) -> Result<Vec<Member<'_>>, Finding> {
    if text.len() > MAX_BYTES {
        return Err(Finding::of(Code::InputTooLarge).number("max", MAX_BYTES as u64));
    }
    match Reader::new(text, MAX_DEPTH + 1).read() {
        Ok(Node::Object(members)) => Ok(members),
        Ok(_) => Err(Finding::of(Code::InputNotObject)),
        Err(at) => Err(Finding::of(Code::InputMalformed).number("at", at as u64)),
    }
}

fn missing(key: &'static str, language: Language) -> Unopened {
    unopened(Finding::of(Code::FieldMissing), Step::Key(key), language)
}

fn unopened(finding: Finding, step: Step, language: Language) -> Unopened {
    let Finding { code, params } = finding;
    let severity = TreatAsError::Typos.severity(code);
    let issue = Issue { code, path: Path(vec![step]), severity, params };
    Unopened { unknown_operation: None, issues: vec![IssueView::of(issue, "", language)] }
}
