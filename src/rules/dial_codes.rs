//! Country calling codes, and whose they are.
//!
//! The 206 codes of countries and the nine that belong to none, as google/libphonenumber release 9.0.35 knows them
//! (`resources/PhoneNumberMetadata.xml`, <https://github.com/google/libphonenumber>); ITU-T E.164 gives a code one to
//! three digits. Klikoo prints `62`, without plus ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). Which code a country has is a hint: people keep
//! foreign telephones.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::packed::pieces;
use crate::rules::Notes;
use crate::rules::digits::plain;

// Each word is a code and the countries that share it; a word without a code has the code behind the one before, an
// empty word tells that nobody has it. At 0 stand the countries that no code is known for.
const CODES: &str = "\
    0AQBVGSHMPNTFUM AGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTUSVCVGVI 7KZRU 20EG 27ZA 30GR NL BE FR ES  HU 39ITVA \
    RO CH  AT GBGGIMJE DK SE NOSJ PL DE  PE MX CU AR BR CL CO VE  MY AUCCCX ID PH NZ SG TH 81JP KR  VN  CN 90TR IN \
    PK AF LK MM 98IR 211SS EHMA DZ 216TN  LY  GM SN MR ML GN CI BF NE TG BJ MU LR SL GH NG TD CF CM CV ST GQ GA CG \
    CD AO GW IO AC SC SD RW ET SO DJ KE TZ UG BI MZ  ZM MG REYT ZW NA MW LS BW SZ KM 290SHTA ER 297AW FO GL 350GI \
    PT LU IE IS AL MT CY AXFI BG 370LT LV EE MD AM BY AD MC SM  UA RS ME XK  HR SI BA  MK 420CZ SK  LI 500FK BZ GT \
    SV HN NI CR PA PM HT 590BLGPMF BO GY EC GF PY MQ SR UY BQCW 670TL  NF BN NR PG TO SB VU FJ PW WF CK NU  WS KI \
    NC TV PF TK FM MH 850KP  HK MO  KH LA 880BD 886TW 960MV LB JO SY IQ KW SA YE OM  PS AE IL BH QA BT MN NP 992TJ \
    TM AZ GE KG  UZ 800 808 870 878 881 882 883 888 979";

/// The code without its plus.
///
/// # Errors
/// - `dial_code.unknown`: `999`
pub fn dial_code(text: &str) -> Result<Cow<'_, str>, Finding> {
    let dial = text.strip_prefix('+').unwrap_or(text);
    if known(dial) { Ok(Cow::Borrowed(dial)) } else { Err(Code::DialCodeUnknown.into()) }
}

/// Whether a country or a service has that code.
pub fn known(dial: &str) -> bool {
    number(dial).is_some_and(|dial| first(dial, NONE).is_some())
}

/// Whether the country, two letters in any case, is reached by that code; so is one that no code is known for.
pub fn country_fits(dial: &str, country: &str) -> bool {
    reached_by(country).is_none_or(|code| code == 0 || number(dial) == Some(code))
}

/// The code of a country, two letters in any case; 0 where none is known.
pub(super) fn reached_by(country: &str) -> Option<u32> {
    let letters: [u8; 2] = country.as_bytes().try_into().ok()?;
    first(u32::MAX, letters.map(|letter| letter.to_ascii_uppercase()))
}

/// Notes `dial_code.other_country` where the country is reached by another code.
pub fn country_advice(dial: &str, country: &str, notes: &mut Notes) {
    if known(dial) && !country_fits(dial, country) {
        notes.push(Code::DialCodeOtherCountry.into());
    }
}

/// No country.
const NONE: [u8; 2] = [0; 2];

/// The first code that is `dial` or has that country.
fn first(dial: u32, country: [u8; 2]) -> Option<u32> {
    let mut code = 0;
    for word in pieces(CODES, b' ') {
        let digits = word.bytes().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, countries) = word.split_at_checked(digits)?;
        code = if digits.is_empty() { code + 1 } else { value(digits.as_bytes()) };
        if code == dial && !word.is_empty() || countries.as_bytes().as_chunks().0.contains(&country) {
            return Some(code);
        }
    }
    None
}

/// The number of a code of one to three digits.
fn number(dial: &str) -> Option<u32> {
    (dial.len() <= 3 && plain(dial) && !dial.starts_with('0')).then(|| value(dial.as_bytes()))
}

fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'))
}
