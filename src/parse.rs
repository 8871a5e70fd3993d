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
use crate::rules::msisdn::Msisdn;
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
type Reading = for<'a> fn(&mut Desk<'a>, &mut Parts<'a>) -> Result<(), Finding>;
/// How a value is shown to whom it does not belong.
type Mask = fn(&str) -> String;

/// The kinds that can be parsed by themselves.
pub const KINDS: &[(&str, Reading, Option<Mask>)] = &[
    ("msisdn", telephone, Some(masks::msisdn)),
    ("rupiah", |desk, _| rules::apply(Kind::Amount, desk), None),
    ("nik", identity, Some(masks::nik)),
    ("passport", |desk, _| passport::passport(desk), None),
    ("date", |desk, _| calendar_day::date(desk), None),
    ("time", |desk, _| rules::apply(Kind::Time, desk), None),
    ("email", |desk, _| rules::apply(Kind::Email, desk), Some(masks::email)),
    ("meter", |desk, _| meter_number::prepaid(desk), Some(masks::account)),
    ("pln_token", token, None),
    ("bpjs", |desk, _| bpjs::bpjs(desk), None),
    ("percentage", |desk, _| rules::apply(Kind::Percentage, desk), None),
    ("country", |desk, _| rules::apply(Kind::Country, desk), None),
    ("dial_code", |desk, _| rules::apply(Kind::DialCode, desk), None),
    ("locale", |desk, _| rules::apply(Kind::Locale, desk), None),
    ("reference", |desk, _| rules::apply(Kind::Reference, desk), None),
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
    desk.lay(0, text);
    let read = if text.is_empty() { Err(Code::FieldMissing.into()) } else { read(&mut desk, &mut parsed.parts) };
    match read {
        Ok(()) => {
            parsed.value = Some(desk.text);
            parsed.masked = mask.map(|mask| mask(desk.text));
        }
        Err(finding) => desk.note(finding),
    }
    for issue in &desk.issues {
        let traced = Traced { path: Path::key(name), field: None, is_row: false, shape: &Shape::NONE, key: None };
        let params = params(issue.finding, &traced, None);
        let (treat, language) = (&options.treat_as_error, options.language);
        parsed.issues.push(IssueView::at(issue.finding.code(), traced.path, params, "", treat, language));
    }
    Ok(parsed)
}

fn telephone<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    msisdn::mobile(desk)?;
    msisdn::prefix_advice(desk);
    let number = Msisdn { domestic: desk.text };
    parts.put("e164", desk.keep(number.e164()));
    parts.put("national", number.national());
    if let Some(operator) = number.operator() {
        parts.put("operator", operator.name);
        parts.put("brand", operator.brand);
    }
    Ok(())
}

fn identity<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    let card = nik::nik(desk)?;
    parts.put("gender", if card.female() { "female" } else { "male" });
    if let Some(born) = card.born(desk.today) {
        parts.put("born", desk.keep(born.iso()));
    }
    let mut province = String::new();
    push_number(&mut province, card.province().into());
    parts.put("province", desk.keep(province));
    Ok(())
}

fn token<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    meter_number::token(desk)?;
    parts.put("grouped", desk.keep(token::groups(desk.text)));
    Ok(())
}
