//! One value by itself: its wire spelling, its parts, a mask for showing it.

use crate::code::Code;
use crate::fault::Fault;
use crate::format::masks;
use crate::issue::{Finding, Issue};
use crate::options::Options;
use crate::path::Path;
use crate::plain::Plain;
use crate::rules::{
    Notes, bpjs, calendar_day, country, dial_codes, email, locale, meter_number, msisdn, nik, passport, percentage,
    reference, rupiah, time_of_day,
};
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
    /// The view as plain data.
    pub fn plain(&self) -> Plain<'_> {
        let parts = self.parts.0.iter().map(|(name, text)| (*name, Plain::Text(text)));
        Plain::Record(vec![
            ("value", Plain::optional(&self.value)),
            ("parts", Plain::Record(parts.collect())),
            ("masked", Plain::optional(&self.masked)),
            ("issues", Plain::list(&self.issues, IssueView::plain)),
        ])
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

impl Read {
    fn plain(value: impl Into<String>) -> Read {
        Read { value: value.into(), parts: Vec::new(), masked: None }
    }
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
    let (read, refusal) = match read {
        Ok(read) => (Some(read), None),
        Err(finding) => (None, Some(finding)),
    };
    let issues = notes.into_iter().chain(refusal).map(|Finding { code, params }| {
        let severity = options.treat_as_error.severity(code);
        IssueView::of(&Issue { code, path: Path::key(name), severity, params }, "", options.language)
    });
    let issues = issues.collect();
    Ok(match read {
        Some(read) => Parsed { value: Some(read.value), parts: Parts(read.parts), masked: read.masked, issues },
        None => Parsed { value: None, parts: Parts::default(), masked: None, issues },
    })
}

fn read(kind: &str, text: &str, options: &Options<'_>, notes: &mut Notes) -> Result<Read, Finding> {
    Ok(match kind {
        "msisdn" => telephone(text, notes)?,
        "nik" => identity(text, options)?,
        "bpjs" => Read::plain(bpjs::bpjs(text, notes)?),
        "rupiah" => Read::plain(rupiah::rupiah(text)?),
        "passport" => Read::plain(passport::passport(text)?),
        "date" => Read::plain(calendar_day::calendar_day(text)?.iso()),
        "time" => Read::plain(time_of_day::time_of_day(text)?),
        "email" => {
            let address = email::email(text, notes)?.into_owned();
            Read { masked: Some(masks::email(&address)), ..Read::plain(address) }
        }
        "meter" => {
            let number = meter_number::prepaid(text)?.into_owned();
            Read { masked: Some(masks::account(&number)), ..Read::plain(number) }
        }
        "pln_token" => token(text)?,
        "percentage" => Read::plain(percentage::percentage(text)?),
        "country" => Read::plain(country::country(text)?),
        "dial_code" => Read::plain(dial_codes::dial_code(text)?),
        "locale" => Read::plain(locale::locale(text)?),
        _ => Read::plain(reference::reference(text, notes)?),
    })
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
    let digits: String = text.chars().filter(|letter| !matches!(letter, ' ' | '-')).collect();
    let token =
        meter_number::pln_token(&digits).ok_or_else(|| Finding::of(Code::TextNotAllowed).text("allowed", "0-9"))?;
    Ok(Read { parts: vec![("grouped", crate::format::token::groups(token))], ..Read::plain(token) })
}
