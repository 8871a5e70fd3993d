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
#[derive(Clone, Debug, Default)]
pub struct Parsed<'a> {
    /// The wire spelling; absent where the text is refused.
    pub value: Option<&'a str>,
    /// What the value tells.
    pub parts: Parts<'a>,
    /// The value with its middle hidden.
    pub masked: Option<String>,
    /// What is wrong or worth telling.
    pub issues: Vec<IssueView>,
}

/// Named parts, an object in JavaScript.
#[derive(Clone, Debug, Default)]
pub struct Parts<'a>(pub Vec<(&'static str, &'a str)>);

impl<'a> Parts<'a> {
    fn put(&mut self, name: &'static str, text: &'a str) {
        self.0.push((name, text));
    }
}

impl View for Parsed<'_> {
    fn members(&self, members: &mut Members<'_>) {
        members.optional("value", self.value);
        members.put("parts", Plain::View(&self.parts));
        members.optional("masked", self.masked.as_deref());
        members.put("issues", Plain::List(&self.issues));
    }
}

impl View for Parts<'_> {
    fn members(&self, members: &mut Members<'_>) {
        for (name, text) in &self.0 {
            members.text(name, text);
        }
    }
}

/// How a text of a kind is read; the parts are put down on the way.
type Reading = for<'a> fn(&'a str, &mut Desk<'a>, &mut Parts<'a>) -> Result<&'a str, Finding>;
/// How a value is shown to whom it does not belong.
type Mask = fn(&str) -> String;

/// The kinds that can be parsed by themselves.
pub const KINDS: &[(&str, Reading, Option<Mask>)] = &[
    ("msisdn", telephone, Some(masks::msisdn)),
    ("rupiah", |text, desk, _| rules::apply(Kind::Amount, text, desk), None),
    ("nik", identity, Some(masks::nik)),
    ("passport", |text, desk, _| passport::passport(text, desk), None),
    ("date", |text, desk, _| calendar_day::date(text, desk), None),
    ("time", |text, desk, _| rules::apply(Kind::Time, text, desk), None),
    ("email", |text, desk, _| rules::apply(Kind::Email, text, desk), Some(masks::email)),
    ("meter", |text, desk, _| meter_number::prepaid(text, desk), Some(masks::account)),
    ("pln_token", token, None),
    ("bpjs", |text, desk, _| bpjs::bpjs(text, desk), None),
    ("percentage", |text, desk, _| rules::apply(Kind::Percentage, text, desk), None),
    ("country", |text, desk, _| rules::apply(Kind::Country, text, desk), None),
    ("dial_code", |text, desk, _| rules::apply(Kind::DialCode, text, desk), None),
    ("locale", |text, desk, _| rules::apply(Kind::Locale, text, desk), None),
    ("reference", |text, desk, _| rules::apply(Kind::Reference, text, desk), None),
];

/// Reads a value of a kind.
///
/// # Errors
/// `ERR_UNKNOWN_KIND`: a kind that is not in [`KINDS`].
pub fn parse<'a>(kind: &str, text: &'a str, options: &Options<'_>, kept: &'a Kept) -> Result<Parsed<'a>, Fault> {
    let (name, read, mask) = KINDS.iter().find(|(name, ..)| *name == kind).ok_or(Fault::UnknownKind)?;
    let mut desk = Desk::new(options.today, kept);
    let mut parsed = Parsed::default();
    let text = trimmed(text);
    let read = if text.is_empty() { Err(Code::FieldMissing.into()) } else { read(text, &mut desk, &mut parsed.parts) };
    match read {
        Ok(value) => {
            parsed.value = Some(value);
            parsed.masked = mask.map(|mask| mask(value));
        }
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

fn telephone<'a>(text: &'a str, desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<&'a str, Finding> {
    let number = msisdn::mobile(text, desk)?;
    msisdn::prefix_advice(&number, desk);
    parts.put("e164", desk.keep(number.e164()));
    parts.put("national", number.national());
    if let Some(operator) = number.operator() {
        parts.put("operator", operator.name);
        parts.put("brand", operator.brand);
    }
    Ok(number.domestic)
}

fn identity<'a>(text: &'a str, desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<&'a str, Finding> {
    let card = nik::nik(text, desk)?;
    parts.put("gender", if card.female() { "female" } else { "male" });
    if let Some(born) = card.born(desk.today) {
        parts.put("born", desk.keep(born.iso()));
    }
    let mut province = String::new();
    push_number(&mut province, card.province().into());
    parts.put("province", desk.keep(province));
    Ok(card.text())
}

fn token<'a>(text: &'a str, desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<&'a str, Finding> {
    let token = meter_number::token(text, desk)?;
    parts.put("grouped", desk.keep(token::groups(token)));
    Ok(token)
}
