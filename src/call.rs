//! A browser's call as the hook receives it: `{ operation, input, basket, expect? }`, nothing of it trusted.

use crate::api;
use crate::canonical::{self, Escapes};
use crate::check::Scope;
use crate::code::Code;
use crate::desk::Kept;
use crate::input::{INPUT, Leaf, Limits, MAX_DEPTH, Node, ROOT, Sheet};
use crate::issue::{Codes, Finding};
use crate::operation::Operation;
use crate::options::Options;
use crate::path::Path;
use crate::plain::{Members, View};
use crate::state::OperationKind;
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
        let members = &mut members.named("operation form basket expect advice");
        members.text(self.operation);
        members.text(&self.form);
        members.text(&self.basket);
        members.nullable(self.expect.as_deref());
        members.list(&self.advice);
    }
}

impl View for Unopened {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("unknown_operation issues");
        members.nullable(self.unknown_operation.as_deref());
        members.list(&self.issues);
    }
}

/// Reads and checks a call's JSON text under `"typos"`.
///
/// # Errors
/// The issues of the text, of the call's own keys, or of the input.
pub fn open(text: &str, options: &Options<'_>) -> Result<Opened, Unopened> {
    let options = Options { treat_as_error: Codes::TYPOS, ..options.clone() };
    let kept = Kept::new();
    let limits = Limits { depth: MAX_DEPTH + 1, ..INPUT };
    let tree =
        api::read_json(text, limits, &kept).map_err(|finding| unopened(finding, "", Path::key("input"), &options))?;
    let mut call = Call::default();
    let mut taken: Vec<&str> = Vec::new();
    for member in tree.root().children() {
        let key = member.key();
        let fault = if taken.contains(&key) { Err((Code::InputDuplicateKey.into(), "")) } else { call.take(member) };
        fault.map_err(|(finding, expected)| unopened(finding, expected, Path::of_stranger(key), &options))?;
        taken.push(key);
    }
    let id = call.operation.ok_or_else(|| missing("operation", &options))?;
    let Some(operation) = Operation::named(id) else {
        return Err(Unopened { unknown_operation: Some(id.to_owned()), ..missing("operation", &options) });
    };
    let basket = call.basket.unwrap_or_default();
    // One basket is bought once, so what buys or holds names one.
    if matches!(operation.kind, OperationKind::Purchase | OperationKind::Hold | OperationKind::Pay) && basket.is_empty()
    {
        return Err(missing("basket", &options));
    }
    let input = call.input.ok_or_else(|| missing("input", &options))?;
    let mut opened = Err(Unopened { unknown_operation: None, issues: Vec::new() });
    api::check(operation, Sheet::of(input, operation.shape), None, &options, Scope::Browser, &mut |check| {
        let issues = api::issues(operation, check, &options);
        opened = if api::has_error(check, &options) {
            Err(Unopened { unknown_operation: None, issues })
        } else {
            let mut form = String::new();
            canonical::push_record(&mut form, &check.sheet, operation.shape, ROOT, Escapes::Go);
            let (basket, expect) = (basket.to_owned(), call.expect.map(str::to_owned));
            Ok(Opened { operation: operation.id, form, basket, expect, advice: issues })
        };
    });
    opened
}

#[derive(Default)]
struct Call<'t> {
    operation: Option<&'t str>,
    input: Option<Node<'t>>,
    basket: Option<&'t str>,
    expect: Option<&'t str>,
}

impl<'t> Call<'t> {
    /// Takes a key's value.
    ///
    /// # Errors
    /// What is wrong with it, and the type that was expected.
    fn take(&mut self, member: Node<'t>) -> Result<(), (Finding, &'static str)> {
        let wrong = |expected| Err((Code::FieldWrongType.into(), expected));
        match (member.key(), member.leaf()) {
            ("basket", Leaf::Text(text)) if text.chars().count() > LONGEST_BASKET => {
                return Err((Finding::limited(Code::TextTooLong, LONGEST_BASKET as u32), ""));
            }
            ("operation", Leaf::Text(text)) => self.operation = Some(text),
            ("basket", Leaf::Text(text)) => self.basket = Some(text),
            ("input", Leaf::Object) => self.input = Some(member),
            ("expect", Leaf::Object) => self.expect = member.text("selling_price"),
            ("expect" | "basket", Leaf::Null) => {}
            ("operation" | "basket", _) => return wrong("string"),
            ("input" | "expect", _) => return wrong("object"),
            _ => return Err((Code::FieldUnknown.into(), "")),
        }
        Ok(())
    }
}

fn missing(key: &'static str, options: &Options<'_>) -> Unopened {
    unopened(Code::FieldMissing.into(), "", Path::key(key), options)
}

/// An issue of the call's own keys, which no shape describes.
fn unopened(finding: Finding, expected: &'static str, path: Path, options: &Options<'_>) -> Unopened {
    let issue = IssueView::at(path, finding, expected, "", options);
    Unopened { unknown_operation: None, issues: vec![issue] }
}
