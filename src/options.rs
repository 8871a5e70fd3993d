//! What a caller may set beside the input: columns from the page, JSON text from the hook.

use crate::canonical::Escapes;
use crate::code::Code;
use crate::context::{Context, Product, ProductKind};
use crate::desk::Kept;
use crate::fault::Fault;
use crate::input::{ANSWER, Leaf, Node, Tree, json};
use crate::issue::Codes;
use crate::messages::Language;
use crate::packed::pieces;
use crate::rules::calendar_day::{self, CalendarDay};
use crate::state::State;

/// Texts with U+001F between them and U+001E behind the last one. An empty one is not given, trailing ones may be missing.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    rest: &'a str,
    ended: bool,
}

impl<'a> Columns<'a> {
    /// The columns at the head of the text.
    pub fn of(text: &'a str) -> Columns<'a> {
        Columns { rest: text, ended: false }
    }

    /// The next column, if it is given.
    pub fn take(&mut self) -> Option<&'a str> {
        if self.ended {
            return None;
        }
        let length = self.rest.bytes().position(|byte| matches!(byte, 0x1E | 0x1F))?;
        let column = self.rest.get(..length)?;
        self.ended = self.rest.as_bytes().get(length) == Some(&0x1E);
        self.rest = self.rest.get(length + 1..)?;
        (length > 0).then_some(column)
    }

    /// What stands behind the columns; nothing where not all of them have been read.
    pub fn behind(&self) -> Option<&'a str> {
        self.ended.then_some(self.rest)
    }
}

/// The options of one call.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The language of the sentences.
    pub language: Language,
    /// The day of the check.
    pub today: CalendarDay,
    /// Which advice is an error.
    pub treat_as_error: Codes,
    /// How texts are written in a body.
    pub escapes: Escapes,
    /// What is known beyond the input.
    pub context: Context<'a>,
    /// The purchase's reference, for the outcome.
    pub reference: Option<&'a str>,
    /// What the hook kept of the body, for the receipt.
    pub receipt: Tree<'a>,
    /// The state that the hook's ledger tells, which beats the answer's own.
    pub state: Option<State>,
}

impl<'a> Options<'a> {
    /// The options of a caller who set none.
    pub fn defaults(today: CalendarDay) -> Options<'a> {
        Options {
            language: Language::Id,
            today,
            treat_as_error: Codes::NONE,
            escapes: Escapes::Go,
            context: Context::default(),
            reference: None,
            receipt: Tree::default(),
            state: None,
        }
    }

    /// Reads the page's columns up to the last of them: language, today, treatAsError (`typos`, or codes with a comma
    /// behind each), escapes, the product's kind, `1` for an open denomination, operator, reference, state, the tapes of
    /// the receipt and of the provider's answers; a tape that cannot be read is none.
    ///
    /// # Errors
    /// `ERR_BAD_OPTIONS`: a `today` that is no date, a language, code or kind of product that is not known.
    pub fn read(columns: &mut Columns<'a>, clock: &dyn Fn() -> Option<CalendarDay>) -> Result<Options<'a>, Fault> {
        let mut column = || columns.take();
        let language = column().map_or(Ok(Language::Id), named_language)?;
        let today = column().map_or_else(|| clock().ok_or(Fault::BadOptions), day)?;
        let treat_as_error = column().map_or(Ok(Codes::NONE), treat_as_error)?;
        let escapes = escapes(column());
        let kind = column().map(|name| ProductKind::named(name).ok_or(Fault::BadOptions)).transpose()?;
        let product = Product { kind, open: column().is_some(), operator: column() };
        let reference = column();
        let state = column().and_then(State::named);
        let mut tree = || column().map_or_else(Tree::default, |tape| Tree::read(tape, ANSWER));
        let receipt = tree();
        let context = Context { product, answers: tree() };
        Ok(Options { language, today, treat_as_error, escapes, context, reference, receipt, state })
    }

    /// Reads the options' JSON text; an empty text sets none.
    ///
    /// # Errors
    /// `ERR_BAD_OPTIONS`: no JSON object, a `today` that is no date, a language or code that is not known.
    pub fn from_json(text: &str, today: CalendarDay, kept: &'a Kept) -> Result<Options<'a>, Fault> {
        let mut options = Options::defaults(today);
        if text.is_empty() {
            return Ok(options);
        }
        let tape = json::lenient_tape(text).map_err(|_| Fault::BadOptions)?;
        let tree = Tree::read(kept.push_get(tape), ANSWER);
        let node = tree.root();
        if !node.is_object() {
            return Err(Fault::BadOptions);
        }
        if let Some(name) = node.text("language") {
            options.language = named_language(name)?;
        }
        if let Some(today) = node.text("today") {
            options.today = day(today)?;
        }
        options.treat_as_error = treat_as_error_node(node.get("treatAsError"))?;
        options.escapes = escapes(node.text("escapes"));
        options.context = Context::of(tree.below("context"), kept);
        options.reference = node.text("reference").map(|reference| kept.push_get(reference.to_owned()));
        options.receipt = tree.below("receipt");
        options.state = node.text("state").and_then(State::named);
        Ok(options)
    }
}

fn named_language(name: &str) -> Result<Language, Fault> {
    Language::named(name).ok_or(Fault::BadOptions)
}

fn day(text: &str) -> Result<CalendarDay, Fault> {
    calendar_day::calendar_day(text).map_err(|_| Fault::BadOptions)
}

fn escapes(name: Option<&str>) -> Escapes {
    if name == Some("raw") { Escapes::Raw } else { Escapes::Go }
}

/// `typos`, or codes with a comma behind each.
fn treat_as_error(text: &str) -> Result<Codes, Fault> {
    if text == "typos" {
        return Ok(Codes::TYPOS);
    }
    let mut treated = Codes::NONE;
    for code in pieces(text.strip_suffix(',').ok_or(Fault::BadOptions)?, b',') {
        treated = treated.and(Code::named(code).ok_or(Fault::BadOptions)?);
    }
    Ok(treated)
}

fn treat_as_error_node(node: Node<'_>) -> Result<Codes, Fault> {
    match node.leaf() {
        Leaf::Null => Ok(Codes::NONE),
        Leaf::Text("typos") => Ok(Codes::TYPOS),
        Leaf::List => {
            let mut codes = Codes::NONE;
            for code in node.children() {
                codes = codes.and(code.as_text().and_then(Code::named).ok_or(Fault::BadOptions)?);
            }
            Ok(codes)
        }
        _ => Err(Fault::BadOptions),
    }
}
