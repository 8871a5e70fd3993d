//! What a caller may set beside the input, read from JSON text.

use crate::canonical::Escapes;
use crate::code::Code;
use crate::context::Context;
use crate::fault::Fault;
use crate::input::{Leaf, Node, Reader, Tree};
use crate::issue::TreatAsError;
use crate::messages::Language;
use crate::outcome::State;
use crate::rules::calendar_day::{self, CalendarDay};

/// A trip's or an attraction's detail nests deeper than an input may.
const OPTIONS_DEPTH: usize = 16;

/// The options of one call.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The language of the sentences.
    pub language: Language,
    /// The day of the check.
    pub today: CalendarDay,
    /// Which advice is an error.
    pub treat_as_error: TreatAsError,
    /// How texts are written in a body.
    pub escapes: Escapes,
    /// What is known beyond the input.
    pub context: Context,
    /// The purchase's reference, for the outcome.
    pub reference: Option<String>,
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
            treat_as_error: TreatAsError::Nothing,
            escapes: Escapes::Go,
            context: Context::default(),
            reference: None,
            receipt: Tree::default(),
            state: None,
        }
    }

    /// Reads the options' JSON text; an empty text sets none.
    ///
    /// # Errors
    /// `ERR_BAD_OPTIONS`: no JSON object, a `today` that is no date, a language or code that is not known.
    pub fn read(text: &'a str, today: CalendarDay) -> Result<Options<'a>, Fault> {
        let mut options = Options::defaults(today);
        if text.is_empty() {
            return Ok(options);
        }
        let tree = Reader::lenient(text, OPTIONS_DEPTH).read().map_err(|_| Fault::BadOptions)?;
        let node = tree.root();
        if !node.is_object() {
            return Err(Fault::BadOptions);
        }
        if let Some(language) = node.text("language") {
            options.language = Language::named(language).ok_or(Fault::BadOptions)?;
        }
        if let Some(today) = node.text("today") {
            options.today = calendar_day::calendar_day(today).map_err(|_| Fault::BadOptions)?;
        }
        options.treat_as_error = treat_as_error(node.get("treatAsError"))?;
        if node.text("escapes") == Some("raw") {
            options.escapes = Escapes::Raw;
        }
        options.context = Context::from_node(node.get("context"));
        options.reference = node.text("reference").map(str::to_owned);
        options.state = node.text("state").and_then(State::named);
        options.receipt = tree.below("receipt");
        Ok(options)
    }
}

fn treat_as_error(node: Node<'_>) -> Result<TreatAsError, Fault> {
    match node.leaf() {
        Leaf::Null => Ok(TreatAsError::Nothing),
        Leaf::Text(text) if text == "typos" => Ok(TreatAsError::Typos),
        Leaf::List => {
            let named = |code: Node<'_>| code.as_text().and_then(Code::named).ok_or(Fault::BadOptions);
            Ok(TreatAsError::Codes(node.children().map(named).collect::<Result<_, _>>()?))
        }
        _ => Err(Fault::BadOptions),
    }
}
