//! What the library gives back, as plain data that serialises to JavaScript objects or JSON alike.

use serde::ser::{Serialize, Serializer};

use crate::code::Code;
use crate::input::Sheet;
use crate::issue::{Issue, TreatAsError};
use crate::messages::{Language, issues, receipts};
use crate::options::Options;
use crate::outcome::{Next, State};
use crate::params::{Param, Params, params};
use crate::path::{self, Path, Step};
use crate::plain::{List, Members, Plain, View};
use crate::receipt::LineView;
use crate::request::PreparedRequest;
use crate::shape::Shape;
use crate::verdict::ProviderPart;

/// An issue as a caller sees it.
#[derive(Clone, Debug)]
pub struct IssueView {
    /// The frozen code.
    pub code: &'static str,
    /// The steps to the value.
    pub path: Path,
    /// The name of the form control.
    pub name: String,
    /// The JSON Pointer.
    pub pointer: String,
    /// `error` or `advice`.
    pub severity: &'static str,
    /// Limits and allowed values.
    pub params: Params,
    /// The sentence for the buyer.
    pub message: String,
}

impl IssueView {
    /// An issue with its sentence.
    pub fn of(issue: &Issue<'_>, sheet: &Sheet<'_>, shape: &'static Shape, options: &Options<'_>) -> IssueView {
        let traced = path::trace(issue, sheet, shape);
        let params = params(issue.finding, &traced, options.context.product.operator.as_deref());
        let label = traced.field.map_or("", |field| field.label.label(options.language));
        let code = issue.finding.code();
        IssueView::at(code, traced.path, params, label, &options.treat_as_error, options.language)
    }

    /// An issue at a path.
    pub fn at(
        code: Code,
        path: Path,
        params: Params,
        label: &str,
        treat_as_error: &TreatAsError,
        language: Language,
    ) -> IssueView {
        IssueView {
            code: code.as_str(),
            name: path.name(),
            pointer: path.pointer(),
            severity: treat_as_error.severity(code).as_str(),
            message: issues::sentence(code, &params, label, language),
            params,
            path,
        }
    }
}

impl View for IssueView {
    fn members(&self, members: &mut Members<'_>) {
        members.text("code", self.code);
        members.put("path", Plain::List(&self.path));
        members.text("name", &self.name);
        members.text("pointer", &self.pointer);
        members.text("severity", self.severity);
        members.put("params", Plain::View(&self.params));
        members.text("message", &self.message);
    }
}

impl View for Params {
    fn members(&self, members: &mut Members<'_>) {
        for (name, param) in self {
            let plain = match param {
                Param::Number(number) => Plain::Number(*number),
                Param::Text(text) => Plain::Text(text),
                Param::Texts(texts) => Plain::List(texts),
            };
            members.put(name, plain);
        }
    }
}

impl List for Path {
    fn item(&self, at: usize) -> Option<Plain<'_>> {
        self.0.get(at).map(|step| match step {
            Step::Key(key) => Plain::Text(key),
            Step::Other(key) => Plain::Text(key),
            Step::Row(row) => Plain::Number(*row as u64),
        })
    }
}

/// What `prepare` gives back.
#[derive(Clone, Debug)]
pub enum Prepared {
    /// The request, and what was worth telling.
    Ready(PreparedRequest, Vec<IssueView>),
    /// What stands in the way.
    Refused(Vec<IssueView>),
}

impl View for Prepared {
    fn members(&self, members: &mut Members<'_>) {
        match self {
            Prepared::Ready(request, advice) => {
                members.put("ok", Plain::Flag(true));
                members.put("request", Plain::View(request));
                members.put("advice", Plain::List(advice));
            }
            Prepared::Refused(issues) => {
                members.put("ok", Plain::Flag(false));
                members.put("issues", Plain::List(issues));
            }
        }
    }
}

/// What the buyer does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextView {
    /// `none`, `pay`, `wait`, `confirm`, `fix`, `buy_again`, `contact`.
    pub kind: &'static str,
    /// The sentence.
    pub text: &'static str,
}

impl NextView {
    /// What to do, in a language.
    pub fn of(next: Next, language: Language) -> NextView {
        NextView { kind: next.as_str(), text: receipts::next_sentence(next, language) }
    }
}

/// The codes of a booking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BookingCodes<'a> {
    /// The way out.
    pub departure: Option<&'a str>,
    /// The way back.
    pub back: Option<&'a str>,
}

/// What became of a purchase, for a person to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// The state.
    pub state: State,
    /// The operation.
    pub operation: &'static str,
    /// The partner's reference.
    pub reference: Option<&'a str>,
    /// The provider's transaction number.
    pub transaction_id: Option<&'a str>,
    /// The serial number, verbatim.
    pub serial: Option<&'a str>,
    /// The 20 digits of a prepaid PLN token.
    pub pln_token: Option<&'a str>,
    /// The codes of a booking.
    pub booking_codes: BookingCodes<'a>,
    /// Until when stock is held, as the provider wrote it.
    pub expires_at: Option<&'a str>,
    /// What happened.
    pub message: &'static str,
    /// The receipt.
    pub lines: Vec<LineView>,
    /// What to do.
    pub next: NextView,
    /// The provider's own code and words; only where the raw answer was read.
    pub provider: Option<ProviderPart<'a>>,
}

impl View for NextView {
    fn members(&self, members: &mut Members<'_>) {
        members.text("kind", self.kind);
        members.text("text", self.text);
    }
}

impl View for BookingCodes<'_> {
    fn members(&self, members: &mut Members<'_>) {
        members.optional("departure", self.departure);
        members.optional("return", self.back);
    }
}

impl View for Outcome<'_> {
    fn members(&self, members: &mut Members<'_>) {
        members.text("state", self.state.as_str());
        members.text("operation", self.operation);
        members.optional("reference", self.reference);
        members.optional("transactionId", self.transaction_id);
        members.optional("serial", self.serial);
        members.optional("plnToken", self.pln_token);
        if self.booking_codes != BookingCodes::default() {
            members.put("bookingCodes", Plain::View(&self.booking_codes));
        }
        members.optional("expiresAt", self.expires_at);
        members.text("message", self.message);
        members.put("lines", Plain::List(&self.lines));
        members.put("next", Plain::View(&self.next));
        members.put("provider", self.provider.as_ref().map_or(Plain::Absent, |provider| Plain::View(provider)));
    }
}

macro_rules! serialised {
    ($($view:ty),*) => {
        $(
            impl Serialize for $view {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    Plain::View(self).serialize(serializer)
                }
            }
        )*
    };
}

serialised!(IssueView, Prepared, Outcome<'_>);
