//! The whole library as plain functions without a JavaScript type: what native tests and the WASM bindings both call.

use crate::canonical::{self, Escapes};
use crate::check::{Check, Scope, Terms};
use crate::code::{Code, Severity};
use crate::fault::Fault;
use crate::input::{self, MAX_BYTES, MAX_DEPTH, Node, Reader, Record, Value};
use crate::issue::{Finding, Issue};
use crate::operation::Operation;
use crate::options::Options;
use crate::path::{Path, Step};
use crate::shape::{Kind, Shape};
use crate::views::{IssueView, Prepared};

/// An input on its way in.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// The page's walk: its text and how many marks it wrote.
    Walk(&'a str, usize),
    /// JSON text of the page's own writing, whose `!x` stand for what JSON cannot hold.
    Tagged(&'a str),
    /// Anybody's JSON text.
    Json(&'a str),
}

/// The operation of that name.
///
/// # Errors
/// `ERR_UNKNOWN_OPERATION`: `klikoo.product_by`.
pub fn operation(id: &str) -> Result<&'static Operation, Fault> {
    Operation::named(id).ok_or(Fault::UnknownOperation)
}

/// Checks what a person typed; `None` where a walk has to be walked again with care.
pub fn validate(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<Vec<IssueView>> {
    let (_, issues) = checked(operation, source, options, Scope::Form)?;
    Some(views(operation.shape, issues, options))
}

/// The issues of one field and of what lies below it.
///
/// # Errors
/// `ERR_UNKNOWN_FIELD`: a name that the operation's shape does not have.
pub fn validate_field(
    operation: &'static Operation,
    name: &str,
    source: Source<'_>,
    options: &Options<'_>,
) -> Result<Option<Vec<IssueView>>, Fault> {
    if !names_field(operation.shape, name) {
        return Err(Fault::UnknownField);
    }
    let dotted = dotted(name);
    let Some(mut issues) = validate(operation, source, options) else { return Ok(None) };
    let below = |issue: &IssueView| {
        issue.name.strip_prefix(dotted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    issues.retain(below);
    Ok(Some(issues))
}

/// Checks everything and makes the request; `None` where a walk has to be walked again with care.
pub fn prepare(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<Prepared> {
    let (record, issues) = checked(operation, source, options, Scope::Final)?;
    let record = record.filter(|_| !has_error(&issues));
    let views = views(operation.shape, issues, options);
    Some(match record {
        Some(record) => Prepared::Ready(operation.request(&record, options.escapes), views),
        None => Prepared::Refused(views),
    })
}

/// The body alone, where the input is flawless: the way most inputs go. `None` sends the caller to [`prepare`].
pub fn body(operation: &'static Operation, text: &str, marks: usize, options: &Options<'_>) -> Option<String> {
    let (record, issues) = checked(operation, Source::Walk(text, marks), options, Scope::Final)?;
    record.filter(|_| issues.is_empty()).map(|record| operation.body(&record, options.escapes))
}

/// A form in the spelling of the wire, as JSON text, without what the form does not ask for.
pub fn normalise(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<String> {
    let (record, _) = checked(operation, source, options, Scope::Form)?;
    let mut form = String::new();
    if let Some(mut record) = record {
        for (field, value) in operation.shape.fields.iter().zip(record.values.iter_mut()) {
            if !field.is_asked_of_person(options.context.product.open) {
                *value = Value::Absent;
            }
        }
        canonical::push_record(&mut form, &record, Escapes::Go);
    }
    Some(form)
}

/// Whether any issue stands in the way.
pub fn has_error(issues: &[Issue]) -> bool {
    issues.iter().any(|issue| issue.severity == Severity::Error)
}

/// The issues with their sentences.
pub fn views(shape: &'static Shape, issues: Vec<Issue>, options: &Options<'_>) -> Vec<IssueView> {
    let mut views = Vec::with_capacity(issues.len());
    for issue in issues {
        let label = label(shape, &issue.path, options);
        views.push(IssueView::of(issue, label, options.language));
    }
    views
}

/// Reads and checks an input. The record is there whenever the input could be read at all.
pub(crate) fn checked<'a>(
    operation: &'static Operation,
    source: Source<'a>,
    options: &Options<'_>,
    scope: Scope,
) -> Option<(Option<Record<'a>>, Vec<Issue>)> {
    let read = match source {
        Source::Walk(text, marks) => Ok(input::walked(text, marks, operation.shape)?),
        Source::Tagged(text) => record(text, true, operation.shape),
        Source::Json(text) => record(text, false, operation.shape),
    };
    Some(match read {
        Ok(record) => check(operation, record, options, scope),
        Err(finding) => (None, vec![whole(operation, finding, options)]),
    })
}

/// Checks a record that has been read.
pub(crate) fn check<'a>(
    operation: &'static Operation,
    mut record: Record<'a>,
    options: &Options<'_>,
    scope: Scope,
) -> (Option<Record<'a>>, Vec<Issue>) {
    let terms =
        Terms { scope, today: options.today, treat_as_error: &options.treat_as_error, context: &options.context };
    let mut check = Check::new(&terms);
    check.record(&mut record);
    (operation.across)(&mut record, &mut check);
    (Some(record), check.issues)
}

fn record<'a>(text: &'a str, tagged: bool, shape: &'static Shape) -> Result<Record<'a>, Finding> {
    if text.len() > MAX_BYTES {
        return Err(Finding::of(Code::InputTooLarge).number("max", MAX_BYTES as u64));
    }
    let mut reader = Reader::new(text, MAX_DEPTH);
    reader.tagged = tagged;
    match reader.read() {
        Ok(Node::Object(members)) => Ok(Record::from_members(members, shape)),
        Ok(Node::Odd(Code::InputTooLarge)) => Err(Finding::of(Code::InputTooLarge).number("max", MAX_BYTES as u64)),
        Ok(Node::Odd(code @ (Code::InputUnreadable | Code::InputCyclic | Code::TextMalformed))) => {
            Err(Finding::of(code))
        }
        Ok(_) => Err(Finding::of(Code::InputNotObject)),
        Err(at) => Err(Finding::of(Code::InputMalformed).number("at", at as u64)),
    }
}

/// An issue of the whole input stands at the operation's first field: a form library drops an issue without a path.
pub(crate) fn whole(operation: &'static Operation, finding: Finding, options: &Options<'_>) -> Issue {
    let first = operation.shape.fields.first().map_or("input", |field| field.key);
    let severity = options.treat_as_error.severity(finding.code);
    Issue { code: finding.code, path: Path::key(first), severity, params: finding.params }
}

/// What a person calls the field at a path.
fn label(shape: &'static Shape, path: &Path, options: &Options<'_>) -> &'static str {
    let mut shape = Some(shape);
    let mut label = "";
    for step in &path.0 {
        let Step::Key(key) = step else { continue };
        let Some(field) = shape.and_then(|shape| shape.field(key)) else { break };
        label = field.label.label(options.language);
        shape = below(field.kind);
    }
    label
}

fn below(kind: Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Record(shape) | Kind::Rows(shape, ..) => Some(shape),
        _ => None,
    }
}

/// A control's name with its rows between dots: `passengers[0].dob` is `passengers.0.dob`.
fn dotted(name: &str) -> String {
    let mut dotted = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            '[' => dotted.push('.'),
            ']' => {}
            letter => dotted.push(letter),
        }
    }
    dotted
}

fn names_field(shape: &'static Shape, name: &str) -> bool {
    let mut shape = Some(shape);
    let mut rows = false;
    for part in dotted(name).split('.') {
        if rows && part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
            rows = false;
            continue;
        }
        let Some(field) = shape.and_then(|shape| shape.field(part)) else { return false };
        rows = matches!(field.kind, Kind::Rows(..));
        shape = below(field.kind);
    }
    true
}
