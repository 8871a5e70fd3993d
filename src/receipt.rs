//! The lines of a receipt, built from what the provider answered and what the hook kept of the body.

use crate::context::Context;
use crate::format::{date, rupiah, token};
use crate::input::{Node, trimmed, whole};
use crate::messages::{Language, receipts};
use crate::outcome::{Line, State};
use crate::plain::{Members, View};

/// A line that a buyer reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// The frozen name of the line.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What it says.
    pub text: String,
}

impl View for LineView {
    fn members(&self, members: &mut Members<'_>) {
        members.text("key", self.key);
        members.text("label", self.label);
        members.text("text", &self.text);
    }
}

/// A receipt being written.
pub struct Receipt<'r> {
    /// What became of the purchase.
    pub state: State,
    /// The answer's data.
    pub data: Node<'r>,
    /// What the hook kept of the body.
    pub kept: Node<'r>,
    /// What the page knows.
    pub context: &'r Context,
    /// The buyer's language.
    pub language: Language,
    /// The lines written.
    pub lines: Vec<LineView>,
}

impl Receipt<'_> {
    /// A text of the answer, or of what was kept; blank counts as absent.
    pub fn text(&self, key: &str) -> Option<&str> {
        let filled = |node: Node<'_>| node.text(key).is_some_and(|text| !trimmed(text).is_empty());
        [self.data, self.kept].into_iter().find(|node| filled(*node))?.text(key)
    }

    /// Adds a line.
    pub fn push(&mut self, line: Line, text: impl Into<String>) {
        let label = receipts::line_label(line, self.language);
        self.lines.push(LineView { key: line.as_str(), label, text: text.into() });
    }

    /// Adds a line of a text that the answer or the kept part has.
    pub fn line(&mut self, line: Line, key: &str) {
        if let Some(text) = self.text(key).map(str::to_owned) {
            self.push(line, text);
        }
    }

    /// Adds a line of an amount.
    pub fn amount(&mut self, line: Line, key: &str) {
        if let Some(amount) = self.text(key).and_then(whole) {
            self.push(line, rupiah::rupiah(amount));
        }
    }

    /// Adds a line of a moment.
    pub fn moment(&mut self, line: Line, key: &str) {
        if let Some(text) = self.text(key).and_then(|text| date::moment(text, self.language)) {
            self.push(line, text);
        }
    }

    /// The 20 digits of a PLN token, where the product is prepaid electricity and the serial number is exactly one.
    pub fn pln_token(&self) -> Option<&str> {
        let prepaid =
            self.context.product_kind(self.text("product_code")) == Some(crate::context::ProductKind::PlnPrepaid);
        self.text("sn")
            .filter(|_| prepaid && self.state == State::Success)
            .and_then(crate::rules::meter_number::pln_token)
    }

    /// Adds the token in groups, or the serial number as it is.
    pub fn serial(&mut self) {
        match self.pln_token().map(token::groups) {
            Some(grouped) => self.push(Line::Token, grouped),
            // The Buy Product page prints a serial number beside WAITING, so before success it is no proof of anything.
            None if self.state == State::Success => self.line(Line::Serial, "sn"),
            None => {}
        }
    }
}
