//! The whole library as plain functions without a JavaScript type: what native tests and the WASM bindings both call.

use crate::alphabet::{DIGIT, only};
use crate::canonical::{self, Escapes};
use crate::check::{Check, Scope};
use crate::code::{Code, Severity};
use crate::desk::{Desk, Kept};
use crate::fault::Fault;
use crate::input::{self, Leaf, MAX_BYTES, MAX_DEPTH, ROOT, Reader, Sheet, Tree, Value};
use crate::issue::Finding;
use crate::operation::Operation;
use crate::options::Options;
use crate::packed::pieces;
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
    validate_below(operation, "", source, options)
}

/// The issues of what a person typed whose control has that name or lies below it.
fn validate_below(
    operation: &'static Operation,
    name: &str,
    source: Source<'_>,
    options: &Options<'_>,
) -> Option<Vec<IssueView>> {
    let mut views = Vec::new();
    checked(operation, source, options, Scope::Form, &mut |check| views = issues(operation, name, check, options))?;
    Some(views)
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
    let name = control(operation.shape, name).ok_or(Fault::UnknownField)?;
    Ok(validate_below(operation, &name, source, options))
}

/// Checks everything and makes the request; `None` where a walk has to be walked again with care.
pub fn prepare(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<Prepared> {
    let mut prepared = None;
    checked(operation, source, options, Scope::Final, &mut |check| {
        let views = issues(operation, "", check, options);
        prepared = Some(if has_error(check, options) {
            Prepared::Refused(views)
        } else {
            Prepared::Ready(operation.request(&check.sheet, options.escapes), views)
        });
    })?;
    prepared
}

/// The body alone, where the input is flawless: the way most inputs go. `None` sends the caller to [`prepare`].
pub fn body(operation: &'static Operation, text: &str, marks: usize, options: &Options<'_>) -> Option<String> {
    let mut body = None;
    checked(operation, Source::Walk(text, marks), options, Scope::Final, &mut |check| {
        if check.desk.issues.is_empty() {
            body = Some(operation.body(&check.sheet, options.escapes));
        }
    })?;
    body
}

/// A form in the spelling of the wire, as JSON text, without what the form does not ask for.
pub fn normalise(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<String> {
    let mut form = String::new();
    checked(operation, source, options, Scope::Form, &mut |check| {
        for (at, field) in operation.shape.fields.iter().enumerate() {
            if !field.is_asked_of_person(options.context.product.open) {
                check.sheet.put(ROOT + at, Value::Absent);
            }
        }
        canonical::push_record(&mut form, &check.sheet, operation.shape, ROOT, Escapes::Go);
    })?;
    Some(form)
}

/// Whether anything stands in the way.
pub(crate) fn has_error(check: &Check<'_, '_>, options: &Options<'_>) -> bool {
    check.desk.issues.iter().any(|issue| options.treat_as_error.severity(issue.finding.code()) == Severity::Error)
}

/// The issues with their sentences, those of the control of that name and of what lies below it.
pub(crate) fn issues(
    operation: &'static Operation,
    name: &str,
    check: &Check<'_, '_>,
    options: &Options<'_>,
) -> Vec<IssueView> {
    let mut views = Vec::with_capacity(check.desk.issues.len());
    for issue in &check.desk.issues {
        let view = IssueView::of(issue, &check.sheet, operation.shape, options);
        let rest = view.path.name.strip_prefix(name);
        if name.is_empty() || matches!(rest.map(str::as_bytes), Some([] | [b'.', ..])) {
            views.push(view);
        }
    }
    views
}

/// Reads and checks an input and hands it on; `None` where a walk has to be walked again with care. An input that
/// cannot be read at all is a blank one with an issue of the whole.
fn checked(
    operation: &'static Operation,
    source: Source<'_>,
    options: &Options<'_>,
    scope: Scope,
    then: &mut dyn FnMut(&mut Check<'_, '_>),
) -> Option<()> {
    let tree;
    let mut fault = None;
    let sheet = match source {
        Source::Walk(text, marks) => input::walked(text, marks, operation.shape)?,
        Source::Tagged(text) | Source::Json(text) => {
            tree = read(text, MAX_DEPTH, matches!(source, Source::Tagged(_))).unwrap_or_else(|finding| {
                fault = Some(finding);
                Tree::default()
            });
            Sheet::of(tree.root(), operation.shape)
        }
    };
    check(operation, sheet, fault, options, scope, then);
    Some(())
}

/// Checks a sheet, unless the whole input is at fault, and hands it on.
pub(crate) fn check(
    operation: &'static Operation,
    sheet: Sheet<'_>,
    fault: Option<Finding>,
    options: &Options<'_>,
    scope: Scope,
    then: &mut dyn FnMut(&mut Check<'_, '_>),
) {
    let kept = Kept::new();
    let desk = Desk::new(options.today, &kept);
    let mut check = Check { scope, context: &options.context, sheet, desk };
    match fault {
        // At the operation's first field: a form library drops an issue without a path.
        Some(finding) => check.tell(ROOT, finding),
        None => {
            check.record(operation.shape, ROOT);
            (operation.across)(&mut check);
        }
    }
    then(&mut check);
}

/// Reads an input's JSON text, which must be an object.
pub(crate) fn read(text: &str, max_depth: usize, tagged: bool) -> Result<Tree<'_>, Finding> {
    let too_large = Finding::limited(Code::InputTooLarge, MAX_BYTES as u32);
    if text.len() > MAX_BYTES {
        return Err(too_large);
    }
    let mut reader = Reader::new(text, max_depth);
    reader.tagged = tagged;
    let tree = reader.read().map_err(|at| Finding::limited(Code::InputMalformed, at as u32))?;
    match tree.root().leaf() {
        Leaf::Object => Ok(tree),
        Leaf::Odd(Code::InputTooLarge) => Err(too_large),
        Leaf::Odd(code @ (Code::InputUnreadable | Code::InputCyclic | Code::TextMalformed)) => Err((*code).into()),
        _ => Err(Code::InputNotObject.into()),
    }
}

/// A control's name with its rows between dots, `passengers[0].dob` as `passengers.0.dob`; nothing where the shape has
/// no such control.
fn control(shape: &'static Shape, name: &str) -> Option<String> {
    let mut dotted = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            '[' => dotted.push('.'),
            ']' => {}
            letter => dotted.push(letter),
        }
    }
    let mut shape = Some(shape);
    let mut rows = false;
    for part in pieces(&dotted, b'.') {
        if rows && only(part, DIGIT) && !part.is_empty() {
            rows = false;
            continue;
        }
        let field = shape?.field(part)?;
        rows = matches!(field.kind, Kind::Rows(..));
        shape = field.kind.below();
    }
    Some(dotted)
}
