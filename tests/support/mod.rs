//! The known answers of `tests/fixtures`, read the same way natively and in WASM, and the page's walk over an input.

// Each test file uses a part of it.
#![allow(dead_code)]

pub mod answers;
pub mod bytes;
pub mod embedded;
#[cfg(not(target_arch = "wasm32"))]
pub mod known_answers;
pub mod page_walk;
pub mod pointer;
pub mod tape;

use kasir::api;
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::rules::calendar_day::{CalendarDay, calendar_day};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

/// A request and the body it becomes.
#[derive(Debug, Deserialize)]
pub struct Request {
    #[serde(skip)]
    pub name: &'static str,
    pub operation: String,
    pub method: String,
    pub path: String,
    pub today: String,
    pub context: Option<Value>,
    /// As the page prints it, its keys in the page's order.
    pub input: Box<RawValue>,
    pub advice: Vec<Advice>,
    pub body: String,
    pub body_sha256: String,
}

#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    pub code: String,
    pub pointer: String,
}

/// An answer and what it means.
#[derive(Deserialize)]
pub struct Response {
    #[serde(skip)]
    pub name: &'static str,
    pub operation: String,
    pub http: Option<u16>,
    pub text: String,
    pub outcome: Meaning,
    #[serde(default)]
    pub shows: Vec<String>,
    #[serde(default)]
    pub hidden: Vec<String>,
    pub product_code: Option<String>,
    pub percentage: Option<String>,
    pub sent: Option<Sent>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Meaning {
    pub state: Option<String>,
    #[serde(rename = "not_state")]
    pub not_state: Option<String>,
    pub finding: Option<String>,
    pub transaction_id: Option<String>,
    pub serial: Option<String>,
    pub pln_token: Option<String>,
    pub expires_at: Option<String>,
    pub next: Option<String>,
    pub gate: Option<String>,
    #[serde(default)]
    pub duplicate: bool,
}

/// A purchase that is looked up.
#[derive(Deserialize)]
pub struct Sent {
    pub operation: String,
    pub body: String,
}

/// Texts that encoders write differently, as real Go writes them.
#[derive(Deserialize)]
pub struct Escapes {
    #[serde(skip)]
    pub name: &'static str,
    pub operation: String,
    pub input: Box<RawValue>,
    pub go_marshal: String,
    pub sha256: String,
    pub go_raw: String,
    pub go_raw_sha256: String,
    pub escape_sensitive: bool,
}

fn parsed<T: DeserializeOwned>(name: &str, text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn named<T: DeserializeOwned>(wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = (&'static str, T)> {
    embedded::FILES.iter().filter(move |(name, _)| wanted(name)).map(|(name, text)| (*name, parsed(name, text)))
}

/// The one fixture of that path.
pub fn fixture<T: DeserializeOwned>(path: &str) -> T {
    named(|name| name == path).next().unwrap_or_else(|| panic!("no fixture {path}")).1
}

/// The requests of the operations whose id starts so; those of another build are left out.
pub fn requests(operation: &str) -> Vec<Request> {
    let all = named(|name| name.contains("/requests/")).map(|(name, request)| Request { name, ..request });
    all.filter(|request| Operation::named(&request.operation).is_some() && request.operation.starts_with(operation))
        .collect()
}

/// The answers of the operations whose id starts so; those of another build are left out.
pub fn responses(operation: &str) -> Vec<Response> {
    let all = named(|name| name.contains("/responses/")).map(|(name, response)| Response { name, ..response });
    all.filter(|response| Operation::named(&response.operation).is_some() && response.operation.starts_with(operation))
        .collect()
}

/// The bodies with hard characters.
pub fn escapes() -> Vec<Escapes> {
    named(|name| name.starts_with("escapes/")).map(|(name, escapes)| Escapes { name, ..escapes }).collect()
}

/// The operation of that id, which this build has.
pub fn operation(id: &str) -> &'static Operation {
    api::operation(id).unwrap_or_else(|_| panic!("no operation {id}"))
}

/// The day of an ISO text.
pub fn day(iso: &str) -> CalendarDay {
    calendar_day(iso).unwrap_or_else(|_| panic!("no day {iso}"))
}

/// A day on which no date of the samples has passed.
pub const TODAY: &str = "2024-07-01";

/// Options as the page or the hook writes them.
pub fn options(text: &str) -> Options<'_> {
    let kept = Box::leak(Box::new(Kept::new()));
    Options::from_json(text, day(TODAY), kept).unwrap_or_else(|fault| panic!("{}: {text}", fault.as_str()))
}

/// The same options as the page's script writes them, up to their end: columns with U+001F between them.
pub fn columns(options: &str, subject: &str) -> String {
    let given: Value = if options.is_empty() { Value::Null } else { parsed("options", options) };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let product = &given["context"]["product"];
    let treat = match &given["treatAsError"] {
        Value::Array(codes) => codes.iter().map(|code| text(code) + ",").collect(),
        other => text(other),
    };
    let open = if product["open"] == true { "1" } else { "" }.to_owned();
    let taped = |value: &Value| if value.is_null() { String::new() } else { tape::tape(value) };
    let context = &given["context"];
    let answers = ["attraction", "trip", "returnTrip"].iter().any(|name| !context[name].is_null());
    let columns = [
        text(&given["language"]),
        text(&given["today"]),
        treat,
        text(&given["escapes"]),
        text(&product["kind"]),
        open,
        text(&product["operator"]),
        text(&given["reference"]),
        text(&given["state"]),
        taped(&given["receipt"]),
        if answers { taped(context) } else { String::new() },
        subject.to_owned(),
    ];
    [columns.join("\u{1F}").trim_end_matches('\u{1F}'), "\u{1E}"].concat()
}

impl Request {
    pub fn operation(&self) -> &'static Operation {
        operation(&self.operation)
    }

    pub fn input(&self) -> &str {
        self.input.get()
    }

    /// The options' JSON text.
    pub fn options(&self) -> String {
        serde_json::json!({ "today": self.today, "context": self.context }).to_string()
    }
}

impl Response {
    /// The options' JSON text: the hook keeps the product's code of the body that was sent.
    pub fn options(&self) -> String {
        let sent = self.sent.as_ref().map(|sent| parsed::<Value>(self.name, &sent.body));
        let code = sent.map(|body| body["product_code"].clone()).or(self.product_code.clone().map(Value::String));
        match code {
            Some(code) => serde_json::json!({ "receipt": { "product_code": code } }).to_string(),
            None => String::new(),
        }
    }
}
