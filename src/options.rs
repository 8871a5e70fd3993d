//! What a caller may set beside the input, read from JSON text.

use crate::canonical::Escapes;
use crate::code::Code;
use crate::context::Context;
use crate::fault::Fault;
use crate::input::{Node, Reader};
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
    pub receipt: Node<'a>,
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
            receipt: Node::Null,
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
        let mut reader = Reader::new(text, OPTIONS_DEPTH);
        reader.lenient = true;
        let mut node = reader.read().ok().filter(|node| matches!(node, Node::Object(_))).ok_or(Fault::BadOptions)?;
        if let Some(language) = node.text("language") {
            options.language = Language::named(language).ok_or(Fault::BadOptions)?;
        }
        if let Some(today) = node.text("today") {
            options.today = calendar_day::calendar_day(today).map_err(|_| Fault::BadOptions)?;
        }
        if let Some(treat) = node.get("treatAsError") {
            options.treat_as_error = treat_as_error(treat)?;
        }
        if node.text("escapes") == Some("raw") {
            options.escapes = Escapes::Raw;
        }
        if let Some(context) = node.get("context") {
            options.context = Context::from_node(context);
        }
        options.reference = node.text("reference").map(str::to_owned);
        options.receipt = node.take("receipt");
        options.state = node.text("state").and_then(State::named);
        Ok(options)
    }
}

fn treat_as_error(node: &Node<'_>) -> Result<TreatAsError, Fault> {
    match node {
        Node::Null => Ok(TreatAsError::Nothing),
        Node::Text(text) if text == "typos" => Ok(TreatAsError::Typos),
        Node::List(codes) => {
            let mut named = Vec::with_capacity(codes.len());
            for code in codes {
                named.push(code.as_text().and_then(Code::named).ok_or(Fault::BadOptions)?);
            }
            Ok(TreatAsError::Codes(named))
        }
        _ => Err(Fault::BadOptions),
    }
}
