//! The whole library as plain functions without a JavaScript type: what native tests and the WASM bindings both call.

use crate::alphabet::{COMMON, has_only};
use crate::canonical::{self, Escapes};
use crate::check::{Check, Scope};
use crate::code::{Code, Severity};
use crate::desk::{Desk, Kept};
use crate::fault::Fault;
use crate::input::{self, Leaf, Limits, MAX_BYTES, ROOT, Sheet, Tree, Value, json};
use crate::issue::{Finding, UNTOLD};
use crate::operation::Operation;
use crate::options::Options;
use crate::views::{IssueView, Prepared};

const TOO_LARGE: Finding = Finding::limited(Code::InputTooLarge, MAX_BYTES as u32);

/// An input on its way in.
#[derive(Clone, Debug)]
pub enum Source<'a> {
    /// The page's quick walk: its text and how many marks it wrote.
    Walk(&'a str, usize),
    /// An object of any shape, or what is wrong with the whole input.
    Read(Result<Tree<'a>, Finding>),
}

impl<'a> Source<'a> {
    /// The page's tape of whatever it was given.
    #[inline(never)]
    pub fn tape(tape: &'a str) -> Source<'a> {
        Source::Read(if tape.len() > MAX_BYTES { Err(TOO_LARGE) } else { read(tape, input::INPUT) })
    }

    /// Anybody's JSON text.
    pub fn json(text: &str, kept: &'a Kept) -> Source<'a> {
        Source::Read(read_json(text, input::INPUT, kept))
    }
}

/// The operation of that name.
///
/// # Errors
/// `ERR_UNKNOWN_OPERATION`: `klikoo.product_by`.
pub fn operation(id: &str) -> Result<&'static Operation, Fault> {
    Operation::named(id).ok_or(Fault::UnknownOperation)
}

/// Checks what a person typed; `None` where a walk has to be walked again with care.
#[inline(never)]
pub fn validate(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<Vec<IssueView>> {
    let mut views = Vec::new();
    checked(operation, source, options, Scope::Form, &mut |check| views = issues(operation, check, options))?;
    Some(views)
}

/// Checks everything and makes the request; `None` where a walk has to be walked again with care.
#[inline(never)]
pub fn prepare(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Option<Prepared> {
    let mut prepared = None;
    checked(operation, source, options, Scope::Final, &mut |check| {
        let views = issues(operation, check, options);
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
#[inline(never)]
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

/// Whether an issue, as the options weigh it, forbids the request.
pub(crate) fn has_error(check: &Check<'_, '_>, options: &Options<'_>) -> bool {
    check.desk.issues.iter().any(|issue| options.treat_as_error.severity(issue.finding.code()) == Severity::Error)
}

/// The issues with their sentences.
#[inline(never)]
pub(crate) fn issues(operation: &'static Operation, check: &Check<'_, '_>, options: &Options<'_>) -> Vec<IssueView> {
    let mut views = Vec::with_capacity(check.desk.issues.len());
    for issue in &check.desk.issues {
        views.push(IssueView::of(issue, &check.sheet, operation.shape, options));
    }
    views
}

/// Reads and checks an input and hands it on; `None` where a walk has to be walked again with care. An input that
/// cannot be read at all counts as a blank one, with one issue for the whole.
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
        Source::Read(read) => {
            tree = read.unwrap_or_else(|finding| {
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
    let mut check = Check::new(scope, &options.context, sheet, desk);
    match fault {
        // At the operation's first field: a form library drops an issue without a path.
        Some(finding) => check.tell(ROOT, finding),
        None => {
            check.record(operation.shape, ROOT);
            (operation.across)(&mut check);
            // No rule writes a character that is escaped where none was typed.
            check.sheet.plain = has_only(check.desk.looks, COMMON);
        }
    }
    then(&mut check);
}

/// Reads the tape of an input, which must be an object.
#[inline(never)]
fn read(tape: &str, limits: Limits) -> Result<Tree<'_>, Finding> {
    let tree = Tree::read(tape, limits);
    match tree.root().leaf() {
        _ if tree.is_empty() => Err(Finding::limited(Code::InputMalformed, UNTOLD)),
        Leaf::Object => Ok(tree),
        Leaf::Odd(Code::InputTooLarge) => Err(TOO_LARGE),
        Leaf::Odd(code @ (Code::InputUnreadable | Code::InputCyclic | Code::TextMalformed)) => Err(code.into()),
        _ => Err(Code::InputNotObject.into()),
    }
}

/// Reads the JSON text of an input, which must be an object.
pub(crate) fn read_json<'a>(text: &str, limits: Limits, kept: &'a Kept) -> Result<Tree<'a>, Finding> {
    if text.len() > MAX_BYTES {
        return Err(TOO_LARGE);
    }
    let tape = json::tape(text).map_err(|at| Finding::limited(Code::InputMalformed, at as u32))?;
    read(kept.push_get(tape), limits)
}
