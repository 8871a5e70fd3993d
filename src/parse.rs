//! One value by itself: its wire spelling, its parts, a mask for showing it.

use std::borrow::Cow;

use crate::code::Code;
use crate::fault::Fault;
use crate::format::{masks, token};
use crate::issue::{Finding, Issue};
use crate::options::Options;
use crate::path::{Path, push_number};
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

impl Parsed {
    fn part(&mut self, name: &'static str, text: String) {
        self.parts.0.push((name, text));
    }
}

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

/// Reads a value of a kind.
///
/// # Errors
/// `ERR_UNKNOWN_KIND`: a kind that is not in [`KINDS`].
pub fn parse(kind: &str, text: &str, options: &Options<'_>) -> Result<Parsed, Fault> {
    let name = KINDS.iter().find(|known| **known == kind).ok_or(Fault::UnknownKind)?;
    let mut notes = Notes::new();
    let mut parsed = Parsed { value: None, parts: Parts::default(), masked: None, issues: Vec::new() };
    let text = text.trim();
    let read = match text {
        "" => Err(Finding::of(Code::FieldMissing)),
        text => read(name, text, options, &mut notes, &mut parsed),
    };
    match read {
        Ok(value) => parsed.value = Some(value.into_owned()),
        Err(finding) => notes.push(finding),
    }
    for Finding { code, params } in notes {
        let severity = options.treat_as_error.severity(code);
        let issue = Issue { code, path: Path::key(name), severity, params };
        parsed.issues.push(IssueView::of(issue, "", options.language));
    }
    Ok(parsed)
}

/// The value in its wire spelling; its parts and its mask go into `parsed`.
fn read<'a>(
    kind: &str,
    text: &'a str,
    options: &Options<'_>,
    notes: &mut Notes,
    parsed: &mut Parsed,
) -> Result<Cow<'a, str>, Finding> {
    let read = match kind {
        "msisdn" => telephone(text, notes, parsed),
        "nik" => identity(text, options, parsed),
        "pln_token" => token(text, parsed),
        "bpjs" => bpjs::bpjs(text, notes),
        "passport" => passport::passport(text),
        "date" => calendar_day::calendar_day(text).map(|day| calendar_day::iso_text(text, day)),
        "meter" => meter_number::prepaid(text),
        _ => rules::apply(field_kind(kind), text, options.today, notes),
    };
    let mask: fn(&str) -> String = match kind {
        "email" => masks::email,
        "meter" => masks::account,
        _ => return read,
    };
    parsed.masked = read.as_deref().ok().map(mask);
    read
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

fn telephone<'a>(text: &'a str, notes: &mut Notes, parsed: &mut Parsed) -> Result<Cow<'a, str>, Finding> {
    let number = msisdn::mobile(text)?;
    msisdn::prefix_advice(&number, notes);
    parsed.part("e164", number.e164());
    parsed.part("national", number.national().to_owned());
    if let Some(operator) = number.operator() {
        parsed.part("operator", operator.name.to_owned());
        parsed.part("brand", operator.brand.to_owned());
    }
    parsed.masked = Some(number.masked());
    Ok(number.domestic)
}

fn identity<'a>(text: &'a str, options: &Options<'_>, parsed: &mut Parsed) -> Result<Cow<'a, str>, Finding> {
    let card = nik::nik(text)?;
    parsed.part("gender", if card.female() { "female" } else { "male" }.to_owned());
    if let Some(born) = card.born(options.today) {
        parsed.part("born", born.iso());
    }
    let mut province = String::new();
    push_number(&mut province, card.province().into());
    parsed.part("province", province);
    parsed.masked = Some(card.masked());
    Ok(Cow::Owned(card.text()))
}

fn token<'a>(text: &'a str, parsed: &mut Parsed) -> Result<Cow<'a, str>, Finding> {
    let mut digits = String::with_capacity(text.len());
    for letter in text.chars() {
        if !matches!(letter, ' ' | '-') {
            digits.push(letter);
        }
    }
    if meter_number::pln_token(&digits).is_none() {
        return Err(Finding::of(Code::TextNotAllowed).text("allowed", "0-9"));
    }
    parsed.part("grouped", token::groups(&digits));
    Ok(Cow::Owned(digits))
}
