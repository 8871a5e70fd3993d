//! One value by itself: its wire spelling, its parts, a mask for showing it.

use crate::code::Code;
use crate::desk::{Desk, Kept};
use crate::fault::Fault;
use crate::format::{masks, token};
use crate::input::trimmed;
use crate::issue::Finding;
use crate::names;
use crate::options::Options;
use crate::path::Path;
use crate::plain::{Members, View};
use crate::rules::calendar_day::CalendarDay;
use crate::rules::msisdn::Msisdn;
use crate::rules::{self, bpjs, calendar_day, driver, meter_number, msisdn, nik, passport, wallet};
use crate::shape::Kind;
use crate::texts::push_number;
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
pub struct Parts<'a>([&'a str; 12]);

/// The members of [`Parts`], in their order.
const NAMES: &str =
    "e164 national operator brand gender born age province grouped card virtualAccount virtualAccountMandiri";
const E164: usize = 0;
const NATIONAL: usize = 1;
const OPERATOR: usize = 2;
const BRAND: usize = 3;
const GENDER: usize = 4;
const BORN: usize = 5;
const AGE: usize = 6;
const PROVINCE: usize = 7;
const GROUPED: usize = 8;
const CARD: usize = 9;
const VIRTUAL_ACCOUNT: usize = 10;
const VIRTUAL_ACCOUNT_MANDIRI: usize = 11;

impl View for Parsed<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("value parts masked issues");
        members.optional(self.value);
        members.view(&self.parts);
        members.optional(self.masked.as_deref());
        members.list(&self.issues);
    }
}

impl View for Parts<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named(NAMES);
        for text in self.0 {
            members.filled(text);
        }
    }
}

/// A kind of value that can be parsed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseKind {
    /// A telephone number.
    Msisdn,
    /// The account of an e-wallet.
    Wallet,
    /// An amount.
    Rupiah,
    /// An identity number.
    Nik,
    /// A passport number.
    Passport,
    /// The number of an Indonesian passport.
    IndonesianPassport,
    /// A person's name.
    Name,
    /// A calendar day.
    Date,
    /// A day of birth.
    Birth,
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
    /// The account of a Maxim driver.
    Driver,
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
    Msisdn = "msisdn", Wallet = "wallet", Rupiah = "rupiah", Nik = "nik", Passport = "passport",
    IndonesianPassport = "indonesian_passport", Name = "name",
    Date = "date", Birth = "birth", Time = "time", Email = "email", Meter = "meter", PlnToken = "pln_token",
    Bpjs = "bpjs", Driver = "driver", Percentage = "percentage", Country = "country", DialCode = "dial_code",
    Locale = "locale", Reference = "reference",
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
    let read = match text {
        "" => Err(Code::FieldMissing.into()),
        text if is_broken(text) => Err(Code::TextMalformed.into()),
        _ => read(kind, &mut desk, &mut parsed.parts),
    };
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

/// Whether U+FFFD stands in the text: what a lone surrogate has become on its way from JavaScript.
fn is_broken(text: &str) -> bool {
    text.as_bytes().windows(3).any(|bytes| bytes == "\u{FFFD}".as_bytes())
}

/// The wire spelling; the parts are put down on the way.
fn read<'a>(kind: ParseKind, desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    let kind = match kind {
        ParseKind::Msisdn => return telephone(desk, parts),
        ParseKind::Nik => return identity(desk, parts),
        ParseKind::Birth => return birth(desk, parts),
        ParseKind::PlnToken => return token(desk, parts),
        ParseKind::Bpjs => return insurance(desk, parts),
        ParseKind::Wallet => return wallet::wallet(desk),
        ParseKind::Passport => return passport::passport_or_text(desk),
        ParseKind::IndonesianPassport => return passport::indonesian(desk),
        ParseKind::Date => return calendar_day::date(desk),
        ParseKind::Meter => return meter_number::prepaid(desk),
        ParseKind::Driver => return driver::driver(desk),
        ParseKind::Rupiah => Kind::Amount,
        ParseKind::Name => Kind::Name,
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
#[inline(never)]
fn masked(kind: ParseKind, value: &str) -> Option<String> {
    Some(match kind {
        ParseKind::Msisdn | ParseKind::Wallet => masks::msisdn(value),
        ParseKind::Nik
        | ParseKind::Passport
        | ParseKind::IndonesianPassport
        | ParseKind::Meter
        | ParseKind::Bpjs
        | ParseKind::Driver => masks::account(value),
        ParseKind::Email => masks::email(value),
        _ => return None,
    })
}

fn telephone<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    msisdn::mobile(desk)?;
    msisdn::prefix_advice(desk);
    let number = Msisdn { domestic: desk.text };
    parts.0[E164] = desk.keep(number.e164());
    parts.0[NATIONAL] = number.national();
    if let Some(operator) = number.operator() {
        parts.0[OPERATOR] = operator.name;
        parts.0[BRAND] = operator.brand;
    }
    Ok(())
}

fn identity<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    let card = nik::nik(desk)?;
    parts.0[GENDER] = if card.female() { "female" } else { "male" };
    if let Some(born) = card.born(desk.today) {
        parts.0[BORN] = desk.keep(born.iso());
        parts.0[AGE] = age(desk, born);
    }
    parts.0[PROVINCE] = number(desk, card.province());
    Ok(())
}

fn birth<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    calendar_day::birth(desk)?;
    parts.0[AGE] = age(desk, calendar_day::calendar_day(desk.text)?);
    Ok(())
}

/// The age on the day of the check, in full years.
#[inline(never)]
fn age<'a>(desk: &Desk<'a>, born: CalendarDay) -> &'a str {
    born.age_on(desk.today).map_or("", |years| number(desk, years))
}

#[inline(never)]
fn number<'a>(desk: &Desk<'a>, number: u32) -> &'a str {
    let mut digits = String::new();
    push_number(&mut digits, number.into());
    desk.keep(digits)
}

fn token<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    meter_number::token(desk)?;
    parts.0[GROUPED] = desk.keep(token::groups(desk.text));
    Ok(())
}

fn insurance<'a>(desk: &mut Desk<'a>, parts: &mut Parts<'a>) -> Result<(), Finding> {
    bpjs::bpjs(desk)?;
    parts.0[CARD] = desk.keep(bpjs::card(desk.text));
    parts.0[VIRTUAL_ACCOUNT] = desk.keep(bpjs::virtual_account(bpjs::MOST_BANKS, desk.text));
    parts.0[VIRTUAL_ACCOUNT_MANDIRI] = desk.keep(bpjs::virtual_account(bpjs::MANDIRI, desk.text));
    Ok(())
}
