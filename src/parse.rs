//! One value by itself: its wire spelling, its parts, a mask for showing it.

use crate::code::Code;
use crate::desk::{Desk, Kept};
use crate::fault::Fault;
use crate::format::{masks, token};
use crate::input::trimmed;
use crate::issue::Finding;
use crate::names;
use crate::options::Options;
use crate::path::{Path, push_number};
use crate::plain::{Members, Plain, View};
use crate::rules::msisdn::Msisdn;
use crate::rules::{self, bpjs, calendar_day, meter_number, msisdn, nik, passport};
use crate::shape::Kind;
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

/// What a value tells, an object in JavaScript; an empty part is left out.
#[derive(Clone, Debug, Default)]
pub struct Parts<'a> {
    e164: &'a str,
    national: &'a str,
    operator: &'a str,
    brand: &'a str,
    gender: &'a str,
    born: &'a str,
    province: &'a str,
    grouped: &'a str,
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
        members.filled("e164", self.e164);
        members.filled("national", self.national);
        members.filled("operator", self.operator);
        members.filled("brand", self.brand);
        members.filled("gender", self.gender);
        members.filled("born", self.born);
        members.filled("province", self.province);
        members.filled("grouped", self.grouped);
    }
}

/// A kind of value that can be parsed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseKind {
    /// A telephone number.
    Msisdn,
    /// An amount.
    Rupiah,
    /// An identity number.
    Nik,
    /// A passport number.
    Passport,
    /// A calendar day.
    Date,
    /// A time of day.
    Time,
    /// An e-mail address.
    Email,
    /// A prepaid meter number.
    Meter,
    /// A prepaid PLN token.
    PlnToken,
    /// A BPJS card or virtual account.
    Bpjs,
    /// A decimal number.
    Percentage,
    /// A country.
    Country,
    /// A country calling code.
    DialCode,
    /// A language tag.
    Locale,
    /// A reference.
    Reference,
}

names!(ParseKind {
    Msisdn = "msisdn", Rupiah = "rupiah", Nik = "nik", Passport = "passport", Date = "date", Time = "time",
    Email = "email", Meter = "meter", PlnToken = "pln_token", Bpjs = "bpjs", Percentage = "percentage",
    Country = "country", DialCode = "dial_code", Locale = "locale", Reference = "reference",
});

/// Reads a value of a kind.
///
/// # Errors
/// `ERR_UNKNOWN_KIND`: a name that no [`ParseKind`] has.
pub fn parse<'a>(kind: &str, text: &'a str, options: &Options<'_>, kept: &'a Kept) -> Result<Parsed<'a>, Fault> {
    let kind = ParseKind::named(kind).ok_or(Fault::UnknownKind)?;
    let mut desk = Desk::new(options.today, kept);
    let mut parsed = Parsed::default();
    let text = trimmed(text);
    desk.lay(0, text);
    let read = if text.is_empty() { Err(Code::FieldMissing.into()) } else { read(kind, &mut desk, &mut parsed.parts) };
    match read {
        Ok(()) => {
            parsed.value = Some(desk.text);
            parsed.masked = masked(kind, desk.text);
        }
        Err(finding) => desk.note(finding),
    }
    for issue in &desk.issues {
        parsed.issues.push(IssueView::at(Path::key(kind.as_str()), issue.finding, "", "", options));
    }
    Ok(parsed)
}

/// The wire spelling; the parts are put down on the way.
fn read<'a>(kind: ParseKind, desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    let kind = match kind {
        ParseKind::Msisdn => return telephone(desk, parts),
        ParseKind::Nik => return identity(desk, parts),
        ParseKind::PlnToken => return token(desk, parts),
        ParseKind::Passport => return passport::passport(desk),
        ParseKind::Date => return calendar_day::date(desk),
        ParseKind::Meter => return meter_number::prepaid(desk),
        ParseKind::Bpjs => return bpjs::bpjs(desk),
        ParseKind::Rupiah => Kind::Amount,
        ParseKind::Time => Kind::Time,
        ParseKind::Email => Kind::Email,
        ParseKind::Percentage => Kind::Percentage,
        ParseKind::Country => Kind::Country,
        ParseKind::DialCode => Kind::DialCode,
        ParseKind::Locale => Kind::Locale,
        ParseKind::Reference => Kind::Reference,
    };
    rules::apply(kind, desk)
}

/// How a value is shown to whom it does not belong.
fn masked(kind: ParseKind, value: &str) -> Option<String> {
    Some(match kind {
        ParseKind::Msisdn => masks::msisdn(value),
        ParseKind::Nik => masks::nik(value),
        ParseKind::Meter => masks::account(value),
        ParseKind::Email => masks::email(value),
        _ => return None,
    })
}

fn telephone<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    msisdn::mobile(desk)?;
    msisdn::prefix_advice(desk);
    let number = Msisdn { domestic: desk.text };
    parts.e164 = desk.keep(number.e164());
    parts.national = number.national();
    if let Some(operator) = number.operator() {
        parts.operator = operator.name;
        parts.brand = operator.brand;
    }
    Ok(())
}

fn identity<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    let card = nik::nik(desk)?;
    parts.gender = if card.female() { "female" } else { "male" };
    if let Some(born) = card.born(desk.today) {
        parts.born = desk.keep(born.iso());
    }
    let mut province = String::new();
    push_number(&mut province, card.province().into());
    parts.province = desk.keep(province);
    Ok(())
}

fn token<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    meter_number::token(desk)?;
    parts.grouped = desk.keep(token::groups(desk.text));
    Ok(())
}
