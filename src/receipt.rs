//! The lines of a receipt, built from what the provider answered and what the hook kept of the body.

use crate::context::{Context, ProductKind};
use crate::format::{date, rupiah, token};
use crate::input::{Node, trimmed, whole};
use crate::messages::{Language, receipts};
use crate::packed::pieces;
use crate::plain::{Members, Plain, View};
use crate::rules::meter_number;
use crate::state::{Line, State};
use crate::texts::{append, owned};

/// A line that a buyer reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// Which one.
    pub line: Line,
    /// The buyer's language.
    pub language: Language,
    /// What it says.
    pub text: String,
}

impl View for LineView {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("key label text");
        members.text(self.line.as_str());
        members.text(receipts::line_label(self.line, self.language));
        members.text(&self.text);
    }
}

/// How a line shows its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// As it is.
    Text,
    /// As rupiah.
    Amount,
    /// On the clocks of Jakarta.
    Moment,
    /// A day, with the time of the visit where there is one.
    Visit,
    /// The token in groups, or the serial number as it is.
    Serial,
}

/// A line that an operation's receipt may have.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Which one.
    pub line: Line,
    /// How it shows its value.
    pub show: Show,
    /// Where the value stands, with blanks between the keys; the first one that has a value counts.
    pub keys: &'static str,
}

impl Row {
    /// A line of a text.
    pub const fn text(line: Line, keys: &'static str) -> Row {
        Row { line, show: Show::Text, keys }
    }

    /// A line of anything else.
    pub const fn shown(line: Line, show: Show, keys: &'static str) -> Row {
        Row { line, show, keys }
    }
}

/// What a receipt is written from.
#[derive(Clone, Copy)]
pub struct Receipt<'r> {
    /// What became of the purchase.
    pub state: State,
    /// The answer's data.
    pub data: Node<'r>,
    /// What the hook kept of the body.
    pub kept: Node<'r>,
    /// What the page knows.
    pub context: &'r Context<'r>,
    /// The buyer's language.
    pub language: Language,
}

/// The lines of a receipt that have something to say.
pub struct Lines<'r> {
    /// What they are written from.
    pub receipt: &'r Receipt<'r>,
    /// Those that the operation's receipt may have.
    pub rows: &'static [Row],
}

impl View for Lines<'_> {
    fn members(&self, members: &mut Members<'_>) {
        for row in self.rows {
            if let Some(line) = self.receipt.line(row) {
                members.item(Plain::View(&line));
            }
        }
    }
}

impl<'r> Receipt<'r> {
    /// A text of the answer, or of what was kept; blank counts as absent.
    pub fn text(&self, key: &str) -> Option<&'r str> {
        [self.data, self.kept].into_iter().filter_map(|node| node.text(key)).find(|text| !trimmed(text).is_empty())
    }

    #[inline(never)]
    fn line(&self, row: &Row) -> Option<LineView> {
        let text = pieces(row.keys, b' ').find_map(|key| self.text(key))?;
        let mut line = row.line;
        let text = match row.show {
            Show::Text => owned(text),
            Show::Amount => rupiah::rupiah(whole(text)?),
            Show::Moment => date::moment(text, self.language)?,
            Show::Visit => self.visit(text)?,
            Show::Serial => match self.pln_token() {
                Some(token) => {
                    line = Line::Token;
                    token::groups(token)
                }
                None => owned(self.serial()?),
            },
        };
        Some(LineView { line, language: self.language, text })
    }

    #[inline(never)]
    fn visit(&self, day: &str) -> Option<String> {
        let mut when = date::day(day, self.language)?;
        if let Some(time) = self.text("event_time") {
            append(&mut when, ", ");
            append(&mut when, time);
        }
        Some(when)
    }

    /// The serial number where it is no token. Before success it proves nothing: the Buy Product page prints one beside
    /// WAITING.
    #[inline(never)]
    pub fn serial(&self) -> Option<&'r str> {
        if self.state == State::Success && self.pln_token().is_none() { self.text("sn") } else { None }
    }

    /// The 20 digits of a PLN token, where the product is prepaid electricity and the serial number is exactly one.
    pub fn pln_token(&self) -> Option<&'r str> {
        let kind = self.context.product_kind(self.text("product_code"));
        let proven = kind == Some(ProductKind::PlnPrepaid) && self.state == State::Success;
        self.text("sn").filter(|text| proven && meter_number::is_token(text))
    }
}
