//! One value by itself: its wire spelling, its parts, a mask for showing it.

use crate::code::Code;
use crate::desk::{Desk, Kept};
use crate::fault::Fault;
use crate::format::{masks, token};
use crate::input::trimmed;
use crate::issue::Finding;
use crate::options::Options;
use crate::params::params;
use crate::path::{Path, Traced, push_number};
use crate::plain::{Members, Plain, View};
use crate::rules::{self, bpjs, calendar_day, meter_number, msisdn, nik, passport};
use crate::shape::{Kind, Shape};
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
        members.optional("value", self.value.as_deref());
        members.put("parts", Plain::View(&self.parts));
        members.optional("masked", self.masked.as_deref());
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
    let kept = Kept::new();
    let mut desk = Desk::new(options.today, &kept);
    let mut parsed = Parsed { value: None, parts: Parts::default(), masked: None, issues: Vec::new() };
    let text = trimmed(text);
    let read = if text.is_empty() { Err(Code::FieldMissing.into()) } else { read(name, text, &mut desk, &mut parsed) };
    match read {
        Ok(value) => parsed.value = Some(value.to_owned()),
        Err(finding) => desk.note(finding),
    }
    for note in &desk.notes {
        let traced = Traced { path: Path::key(name), field: None, is_row: false, shape: &Shape::NONE, key: None };
        let params = params(*note, &traced, None);
        let (treat, language) = (&options.treat_as_error, options.language);
        parsed.issues.push(IssueView::at(note.code(), traced.path, params, "", treat, language));
    }
    Ok(parsed)
}

/// The value in its wire spelling; its parts and its mask go into `parsed`.
fn read<'a>(kind: &str, text: &'a str, desk: &mut Desk<'a>, parsed: &mut Parsed) -> Result<&'a str, Finding> {
    let read = match kind {
        "msisdn" => telephone(text, desk, parsed),
        "nik" => identity(text, desk, parsed),
        "pln_token" => token(text, desk, parsed),
        "bpjs" => bpjs::bpjs(text, desk),
        "passport" => passport::passport(text, desk),
        "date" => calendar_day::date(text, desk),
        "meter" => meter_number::prepaid(text, desk),
        _ => rules::apply(field_kind(kind), text, desk),
    };
    let mask: fn(&str) -> String = match kind {
        "email" => masks::email,
        "meter" => masks::account,
        _ => return read,
    };
    parsed.masked = read.ok().map(mask);
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

fn telephone<'a>(text: &'a str, desk: &mut Desk<'a>, parsed: &mut Parsed) -> Result<&'a str, Finding> {
    let number = msisdn::mobile(text, desk)?;
    msisdn::prefix_advice(&number, desk);
    parsed.part("e164", number.e164());
    parsed.part("national", number.national().to_owned());
    if let Some(operator) = number.operator() {
        parsed.part("operator", operator.name.to_owned());
        parsed.part("brand", operator.brand.to_owned());
    }
    parsed.masked = Some(number.masked());
    Ok(number.domestic)
}

fn identity<'a>(text: &'a str, desk: &mut Desk<'a>, parsed: &mut Parsed) -> Result<&'a str, Finding> {
    let card = nik::nik(text, desk)?;
    parsed.part("gender", if card.female() { "female" } else { "male" }.to_owned());
    if let Some(born) = card.born(desk.today) {
        parsed.part("born", born.iso());
    }
    let mut province = String::new();
    push_number(&mut province, card.province().into());
    parsed.part("province", province);
    parsed.masked = Some(card.masked());
    Ok(card.text())
}

fn token<'a>(text: &'a str, desk: &mut Desk<'a>, parsed: &mut Parsed) -> Result<&'a str, Finding> {
    let token = meter_number::token(text, desk)?;
    parsed.part("grouped", token::groups(token));
    Ok(token)
}
