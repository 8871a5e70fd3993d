//! What the library gives back, as plain data that serialises to JavaScript objects or JSON alike.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::issue::{Issue, Param};
use crate::messages::{Language, issues};
use crate::path::{Path, Step};
use crate::receipt::LineView;
use crate::request::PreparedRequest;
use crate::verdict::ProviderPart;

/// An issue as a caller sees it.
#[derive(Clone, Debug, serde::Serialize)]
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
    pub fn of(issue: &Issue, label: &str, language: Language) -> IssueView {
        IssueView {
            code: issue.code.as_str(),
            name: issue.path.name(),
            pointer: issue.path.pointer(),
            severity: issue.severity.as_str(),
            message: issues::sentence(issue.code, &issue.params, label, language),
            params: Params(issue.params.clone()),
            path: issue.path.clone(),
        }
    }
}

/// The params of an issue, an object in JavaScript.
#[derive(Clone, Debug)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, param) in &self.0 {
            match param {
                // An f64 becomes a JavaScript number, where a u64 would become a BigInt; all limits are far below 2^53.
                Param::Number(number) => map.serialize_entry(name, &(*number as f64))?,
                Param::Text(text) => map.serialize_entry(name, text)?,
                Param::Texts(texts) => map.serialize_entry(name, texts)?,
            }
        }
        map.end()
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut steps = serializer.serialize_seq(Some(self.0.len()))?;
        for step in &self.0 {
            match step {
                Step::Key(key) => steps.serialize_element(key)?,
                Step::Other(key) => steps.serialize_element(key)?,
                Step::Row(row) => steps.serialize_element(&(*row as u32))?,
            }
        }
        steps.end()
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

impl Serialize for Prepared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Prepared::Ready(request, advice) => {
                map.serialize_entry("ok", &true)?;
                map.serialize_entry("request", request)?;
                map.serialize_entry("advice", advice)?;
            }
            Prepared::Refused(issues) => {
                map.serialize_entry("ok", &false)?;
                map.serialize_entry("issues", issues)?;
            }
        }
        map.end()
    }
}

/// What the buyer does next.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NextView {
    /// `none`, `pay`, `wait`, `confirm`, `fix`, `buy_again`, `contact`.
    pub kind: &'static str,
    /// The sentence.
    pub text: &'static str,
}

/// The codes of a booking.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct BookingCodes {
    /// The way out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departure: Option<String>,
    /// The way back.
    #[serde(rename = "return", skip_serializing_if = "Option::is_none")]
    pub back: Option<String>,
}

/// What became of a purchase, for a person to read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The state.
    pub state: &'static str,
    /// The operation.
    pub operation: &'static str,
    /// The partner's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The provider's transaction number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    /// The serial number, verbatim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// The 20 digits of a prepaid PLN token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pln_token: Option<String>,
    /// The codes of a booking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking_codes: Option<BookingCodes>,
    /// Until when stock is held, as the provider wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// What happened.
    pub message: &'static str,
    /// The receipt.
    pub lines: Vec<LineView>,
    /// What to do.
    pub next: NextView,
    /// The provider's own code and words; only where the raw answer was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<ProviderPart>,
}
