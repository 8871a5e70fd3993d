//! What the library gives back, as plain data that serialises to JavaScript objects or JSON alike.

use serde::ser::{Serialize, Serializer};

use crate::issue::{Issue, Param};
use crate::messages::{Language, issues};
use crate::path::{Path, Step};
use crate::plain::Plain;
use crate::receipt::LineView;
use crate::request::PreparedRequest;
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
    pub fn of(issue: Issue, label: &str, language: Language) -> IssueView {
        IssueView {
            code: issue.code.as_str(),
            name: issue.path.name(),
            pointer: issue.path.pointer(),
            severity: issue.severity.as_str(),
            message: issues::sentence(issue.code, &issue.params, label, language),
            params: Params(issue.params),
            path: issue.path,
        }
    }

    /// The view as plain data.
    pub fn plain(&self) -> Plain<'_> {
        Plain::Record(vec![
            ("code", Plain::Text(self.code)),
            ("path", Plain::list(&self.path.0, Step::plain)),
            ("name", Plain::Text(&self.name)),
            ("pointer", Plain::Text(&self.pointer)),
            ("severity", Plain::Text(self.severity)),
            ("params", self.params.plain()),
            ("message", Plain::Text(&self.message)),
        ])
    }
}

/// The params of an issue, an object in JavaScript.
#[derive(Clone, Debug)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Params {
    fn plain(&self) -> Plain<'_> {
        let plain = |param| match param {
            &Param::Number(number) => Plain::Number(number),
            Param::Text(text) => Plain::Text(text),
            Param::Texts(texts) => Plain::list(texts, |text| Plain::Text(text)),
        };
        Plain::Record(self.0.iter().map(|(name, param)| (*name, plain(param))).collect())
    }
}

impl Step {
    /// The step as plain data.
    pub fn plain(&self) -> Plain<'_> {
        match self {
            Step::Key(key) => Plain::Text(key),
            Step::Other(key) => Plain::Text(key),
            Step::Row(row) => Plain::Number(*row as u64),
        }
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

impl Prepared {
    /// The view as plain data.
    pub fn plain(&self) -> Plain<'_> {
        Plain::Record(match self {
            Prepared::Ready(request, advice) => vec![
                ("ok", Plain::Flag(true)),
                ("request", request.plain()),
                ("advice", Plain::list(advice, IssueView::plain)),
            ],
            Prepared::Refused(issues) => {
                vec![("ok", Plain::Flag(false)), ("issues", Plain::list(issues, IssueView::plain))]
            }
        })
    }
}

/// What the buyer does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextView {
    /// `none`, `pay`, `wait`, `confirm`, `fix`, `buy_again`, `contact`.
    pub kind: &'static str,
    /// The sentence.
    pub text: &'static str,
}

/// The codes of a booking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookingCodes {
    /// The way out.
    pub departure: Option<String>,
    /// The way back.
    pub back: Option<String>,
}

/// What became of a purchase, for a person to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The state.
    pub state: &'static str,
    /// The operation.
    pub operation: &'static str,
    /// The partner's reference.
    pub reference: Option<String>,
    /// The provider's transaction number.
    pub transaction_id: Option<String>,
    /// The serial number, verbatim.
    pub serial: Option<String>,
    /// The 20 digits of a prepaid PLN token.
    pub pln_token: Option<String>,
    /// The codes of a booking.
    pub booking_codes: Option<BookingCodes>,
    /// Until when stock is held, as the provider wrote it.
    pub expires_at: Option<String>,
    /// What happened.
    pub message: &'static str,
    /// The receipt.
    pub lines: Vec<LineView>,
    /// What to do.
    pub next: NextView,
    /// The provider's own code and words; only where the raw answer was read.
    pub provider: Option<ProviderPart>,
}

impl NextView {
    fn plain(&self) -> Plain<'_> {
        Plain::Record(vec![("kind", Plain::Text(self.kind)), ("text", Plain::Text(self.text))])
    }
}

impl BookingCodes {
    fn plain(&self) -> Plain<'_> {
        Plain::Record(vec![("departure", Plain::optional(&self.departure)), ("return", Plain::optional(&self.back))])
    }
}

impl Outcome {
    /// The view as plain data.
    pub fn plain(&self) -> Plain<'_> {
        Plain::Record(vec![
            ("state", Plain::Text(self.state)),
            ("operation", Plain::Text(self.operation)),
            ("reference", Plain::optional(&self.reference)),
            ("transactionId", Plain::optional(&self.transaction_id)),
            ("serial", Plain::optional(&self.serial)),
            ("plnToken", Plain::optional(&self.pln_token)),
            ("bookingCodes", self.booking_codes.as_ref().map_or(Plain::Absent, BookingCodes::plain)),
            ("expiresAt", Plain::optional(&self.expires_at)),
            ("message", Plain::Text(self.message)),
            ("lines", Plain::list(&self.lines, LineView::plain)),
            ("next", self.next.plain()),
            ("provider", self.provider.as_ref().map_or(Plain::Absent, ProviderPart::plain)),
        ])
    }
}

macro_rules! serialised {
    ($($view:ty),*) => {
        $(
            impl Serialize for $view {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.plain().serialize(serializer)
                }
            }
        )*
    };
}

serialised!(IssueView, Prepared, Outcome);
