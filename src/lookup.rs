//! What the hook makes of answers: the verdict with what a buyer may see, and what a look-up proves of a purchase.

use crate::answer::Answer;
use crate::canonical::{Escapes, push_text};
use crate::format::masks;
use crate::input::{INPUT, Leaf, Node, Tree, json};
use crate::operation::Operation;
use crate::plain::{Members, Plain, View};
use crate::providers::klikoo::{transaction_detail, transaction_history};
use crate::state::State;
use crate::verdict::{ProviderPart, Verdict};

/// The verdict on an answer to a call.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The state that the answer proves.
    pub state: &'static str,
    /// `token` where the provider refused at its gate.
    pub gate: Option<&'static str>,
    /// The reference was taken.
    pub duplicate: bool,
    /// The provider's transaction number.
    pub transaction_id: Option<&'a str>,
    /// Until when stock is held.
    pub expires_at: Option<&'a str>,
    /// What a buyer may see, as JSON text.
    pub answer: String,
    /// The provider's own code and words; for logs and people of the merchant.
    pub provider: ProviderPart<'a>,
}

impl View for Judged<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("state gate duplicate transactionId expiresAt answer provider");
        members.text(self.state);
        members.nullable(self.gate);
        members.put(Plain::Flag(self.duplicate));
        members.nullable(self.transaction_id);
        members.nullable(self.expires_at);
        members.text(&self.answer);
        members.view(&self.provider);
    }
}

/// What a look-up proves.
#[derive(Clone, Debug, Default)]
pub struct Finding<'a> {
    /// `found`, `absent` or `inconclusive`.
    pub finding: &'static str,
    /// The state, where found.
    pub state: Option<&'static str>,
    /// The transaction number, where found.
    pub transaction_id: Option<&'a str>,
    /// What a buyer may see, as JSON text, where found.
    pub answer: Option<String>,
}

impl Finding<'_> {
    const ABSENT: Finding<'static> = Finding::of("absent");
    const INCONCLUSIVE: Finding<'static> = Finding::of("inconclusive");

    const fn of(finding: &'static str) -> Finding<'static> {
        Finding { finding, state: None, transaction_id: None, answer: None }
    }
}

impl View for Finding<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("finding state transactionId answer");
        members.text(self.finding);
        members.nullable(self.state);
        members.nullable(self.transaction_id);
        members.nullable(self.answer.as_deref());
    }
}

/// Judges the answer to a call.
pub fn judge<'a>(operation: &'static Operation, answer: &'a Answer<'_>) -> Judged<'a> {
    let verdict = operation.verdict(answer);
    let data = answer.data();
    Judged {
        state: verdict.state.as_str(),
        gate: operation.is_refused_at_gate(answer).then_some("token"),
        duplicate: operation.is_duplicate(answer),
        transaction_id: filled(data, "transaction_id"),
        expires_at: filled(data, "expired_at"),
        answer: shown(operation, &verdict, data),
        provider: operation.provider_part(answer),
    }
}

/// Judges a transaction detail against the body that was sent.
pub fn judge_detail<'a>(operation: &'static Operation, sent: &str, answer: &'a Answer<'_>) -> Finding<'a> {
    let verdict = operation.verdict(answer);
    let provider = operation.provider_part(answer);
    let not_found = provider.code.is_some_and(|code| code.starts_with("404"));
    if provider.http == Some(404) && not_found && provider.case == Some("7005") {
        return Finding::ABSENT;
    }
    let data = answer.data();
    let tape = json::tape(sent).unwrap_or_default();
    let sent = Tree::read(&tape, INPUT);
    if sent.is_empty() {
        return Finding::INCONCLUSIVE;
    }
    let told = matches!(verdict.state, State::Success | State::Pending | State::Held)
        || (verdict.state == State::Failed && data.text("status").is_some());
    if !told || !transaction_detail::binds(operation.sent(sent.root()), data) {
        return Finding::INCONCLUSIVE;
    }
    Finding {
        finding: "found",
        state: Some(verdict.state.as_str()),
        transaction_id: filled(data, "transaction_id"),
        answer: Some(shown(operation, &verdict, data)),
    }
}

fn filled<'a>(data: Node<'a>, key: &str) -> Option<&'a str> {
    data.text(key).filter(|text| !text.is_empty())
}

/// Looks for our reference in a page of the history.
pub fn in_history<'a>(reference: &str, answer: &'a Answer<'_>) -> Finding<'a> {
    let succeeded = answer.text("response_code").is_some_and(|code| code.starts_with('2'));
    let arrived = answer.http.is_none_or(|http| http / 100 == 2);
    let items = answer.data();
    if items.leaf() != Leaf::List || !succeeded || !arrived {
        return Finding::INCONCLUSIVE;
    }
    let Some(item) = transaction_history::item(items, reference) else { return Finding::ABSENT };
    match filled(item, "transaction_id") {
        Some(id) => Finding { transaction_id: Some(id), ..Finding::of("found") },
        None => Finding::INCONCLUSIVE,
    }
}

/// What a buyer may see of an answer: `{ state, reason?, data? }` with the operation's buyer fields and no others.
fn shown(operation: &'static Operation, verdict: &Verdict, data: Node<'_>) -> String {
    let mut json = String::from("{\"state\":");
    push_text(&mut json, verdict.state.as_str(), Escapes::Go);
    if let Some(reason) = verdict.reason {
        json.push_str(",\"reason\":");
        push_text(&mut json, reason.as_str(), Escapes::Go);
    }
    let fields = operation.buyer_fields.iter().map(|key| (*key, data.get(key)));
    let mut shown = false;
    for (key, node) in fields {
        let (text, number) = match node.leaf() {
            Leaf::Text(text) => (text, false),
            Leaf::Number(digits) => (digits, true),
            _ => continue,
        };
        json.push_str(if shown { "," } else { ",\"data\":{" });
        shown = true;
        push_text(&mut json, key, Escapes::Go);
        json.push(':');
        if number { json.push_str(text) } else { push_printable(&mut json, text) }
    }
    if shown {
        json.push('}');
    }
    json.push('}');
    json
}

/// Appends what others wrote: a serial number may hold line breaks, which stand raw nowhere in JSON.
fn push_printable(json: &mut String, text: &str) {
    let mut quoted = String::new();
    push_text(&mut quoted, text, Escapes::Go);
    for letter in quoted.chars() {
        match letter {
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if control < ' ' => {}
            other => json.push(other),
        }
    }
}

/// What the receipt keeps of a body, as JSON text: the destination masked, no buy price, no person.
pub fn receipt(operation: &'static Operation, sent: &str) -> String {
    let mut json = String::from("{");
    let tape = json::tape(sent).unwrap_or_default();
    let read = Tree::read(&tape, INPUT);
    let body = operation.sent(read.root());
    let mut push = |key: &str, text: &str| {
        json.push_str(if json.len() > 1 { "," } else { "" });
        push_text(&mut json, key, Escapes::Go);
        json.push(':');
        push_printable(&mut json, text);
    };
    for key in operation.receipt_fields {
        if let Some(text) = body.text(key) {
            let masked = if *key == "value" { mask(text) } else { text.to_owned() };
            push(key, &masked);
        }
    }
    let seats = seats(body);
    if !seats.is_empty() {
        push("seats", &seats);
    }
    json.push('}');
    json
}

fn mask(text: &str) -> String {
    if text.starts_with("08") { masks::msisdn(text) } else { masks::account(text) }
}

fn seats(body: Node<'_>) -> String {
    let legs = ["departure", "return"].iter().map(|leg| body.get(leg).get("passengers"));
    let names: Vec<&str> =
        legs.flat_map(|passengers| passengers.children()).filter_map(|row| row.text("seat_name")).collect();
    names.join(", ")
}
