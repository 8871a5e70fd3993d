//! One value by itself: its wire spelling, its parts, a mask for showing it.

use crate::code::Code;
use crate::fault::Fault;
use crate::format::masks;
use crate::issue::{Finding, Issue};
use crate::options::Options;
use crate::path::Path;
use crate::plain::{Members, Plain, View};
use crate::rules::{self, Notes, bpjs, calendar_day, meter_number, msisdn, nik, passport};
use crate::shape::Kind;
use crate::views::IssueView;

/// A value taken apart.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The wire spelling; absent where the text is refused.
    pub value: Option<String>,
    /// What the value tells.
    pub parts: Parts,
    /// The value with its middle hidden.
    pub masked: Option<String>,
    /// What is wrong or worth telling.
    pub issues: Vec<IssueView>,
}

/// Named parts, an object in JavaScript.
#[derive(Clone, Debug, Default)]
pub struct Parts(pub Vec<(&'static str, String)>);

impl View for Parsed {
    fn members(&self, members: &mut Members<'_>) {
        members.optional("value", &self.value);
        members.put("parts", Plain::View(&self.parts));
        members.optional("masked", &self.masked);
        members.put("issues", Plain::List(&self.issues));
    }
}

impl View for Parts {
    fn members(&self, members: &mut Members<'_>) {
        for (name, text) in &self.0 {
            members.text(name, text);
        }
    }
}

/// The kinds that can be parsed by themselves.
pub const KINDS: &[&str] = &[
    "msisdn",
    "rupiah",
    "nik",
    "passport",
    "date",
    "time",
    "email",
    "meter",
    "pln_token",
    "bpjs",
    "percentage",
    "country",
    "dial_code",
    "locale",
    "reference",
];

struct Read {
    value: String,
    parts: Vec<(&'static str, String)>,
    masked: Option<String>,
}

/// Reads a value of a kind.
///
/// # Errors
/// `ERR_UNKNOWN_KIND`: a kind that is not in [`KINDS`].
pub fn parse(kind: &str, text: &str, options: &Options<'_>) -> Result<Parsed, Fault> {
    let name = KINDS.iter().find(|known| **known == kind).ok_or(Fault::UnknownKind)?;
    let mut notes = Notes::new();
    let text = text.trim();
    let read =
        if text.is_empty() { Err(Finding::of(Code::FieldMissing)) } else { read(name, text, options, &mut notes) };
    let read = read.map_err(|finding| notes.push(finding)).ok();
    let mut issues = Vec::with_capacity(notes.len());
    for Finding { code, params } in notes {
        let severity = options.treat_as_error.severity(code);
        let issue = Issue { code, path: Path::key(name), severity, params };
        issues.push(IssueView::of(issue, "", options.language));
    }
    Ok(match read {
        Some(read) => Parsed { value: Some(read.value), parts: Parts(read.parts), masked: read.masked, issues },
        None => Parsed { value: None, parts: Parts::default(), masked: None, issues },
    })
}

fn read(kind: &str, text: &str, options: &Options<'_>, notes: &mut Notes) -> Result<Read, Finding> {
    let value = match kind {
        "msisdn" => return telephone(text, notes),
        "nik" => return identity(text, options),
        "pln_token" => return token(text),
        "bpjs" => bpjs::bpjs(text, notes)?,
        "passport" => passport::passport(text)?,
        "date" => calendar_day::iso_text(text, calendar_day::calendar_day(text)?),
        "meter" => meter_number::prepaid(text)?,
        _ => rules::apply(field_kind(kind), text, options.today, notes)?,
    };
    let masked = match kind {
        "email" => Some(masks::email(&value)),
        "meter" => Some(masks::account(&value)),
        _ => None,
    };
    Ok(Read { value: value.into_owned(), parts: Vec::new(), masked })
}

/// The kind of a field that holds such a value.
fn field_kind(kind: &str) -> Kind {
    match kind {
        "rupiah" => Kind::Amount,
        "time" => Kind::Time,
        "email" => Kind::Email,
        "percentage" => Kind::Percentage,
        "country" => Kind::Country,
        "dial_code" => Kind::DialCode,
        "locale" => Kind::Locale,
        _ => Kind::Reference,
    }
}

fn telephone(text: &str, notes: &mut Notes) -> Result<Read, Finding> {
    let number = msisdn::mobile(text)?;
    msisdn::prefix_advice(&number, notes);
    let mut parts = vec![("e164", number.e164()), ("national", number.national().to_owned())];
    if let Some(operator) = number.operator() {
        parts.push(("operator", operator.name.to_owned()));
        parts.push(("brand", operator.brand.to_owned()));
    }
    Ok(Read { masked: Some(number.masked()), parts, value: number.domestic.into_owned() })
}

fn identity(text: &str, options: &Options<'_>) -> Result<Read, Finding> {
    let card = nik::nik(text)?;
    let mut parts = vec![("gender", if card.female() { "female" } else { "male" }.to_owned())];
    if let Some(born) = card.born(options.today) {
        parts.push(("born", born.iso()));
    }
    let mut province = String::new();
    crate::path::push_number(&mut province, card.province().into());
    parts.push(("province", province));
    Ok(Read { value: card.text(), masked: Some(card.masked()), parts })
}

fn token(text: &str) -> Result<Read, Finding> {
    let mut digits = String::with_capacity(text.len());
    for letter in text.chars() {
        if !matches!(letter, ' ' | '-') {
            digits.push(letter);
        }
    }
    let token =
        meter_number::pln_token(&digits).ok_or_else(|| Finding::of(Code::TextNotAllowed).text("allowed", "0-9"))?;
    Ok(Read { value: token.to_owned(), parts: vec![("grouped", crate::format::token::groups(token))], masked: None })
}
