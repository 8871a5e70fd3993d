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
use crate::rules::Notes;
use crate::rules::digits::plain;

// Each word is a code and the countries that share it.
const CODES: &str = "\
    1AGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTUSVCVGVI 7KZRU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU \
    39ITVA 40RO 41CH 43AT 44GBGGIMJE 45DK 46SE 47NOSJ 48PL 49DE 51PE 52MX 53CU 54AR 55BR 56CL 57CO 58VE \
    60MY 61AUCCCX 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR 211SS \
    212EHMA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR 232SL \
    233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 247AC 248SC 249SD \
    250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 262REYT 263ZW 264NA 265MW 266LS 267BW \
    268SZ 269KM 290SHTA 291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358AXFI \
    359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA \
    389MK 420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT 590BLGPMF 591BO \
    592GY 593EC 594GF 595PY 596MQ 597SR 598UY 599BQCW 670TL 672NF 673BN 674NR 675PG 676TO 677SB 678VU 679FJ \
    680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH 850KP 852HK 853MO 855KH 856LA \
    880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 975BT \
    976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ 800 808 870 878 881 882 883 888 979";

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
    countries(dial).is_some()
}

/// Whether the country, two letters in any case, is reached by that code; so is one that no code is known for.
pub fn country_fits(dial: &str, country: &str) -> bool {
    let has = |countries: &str| pairs(countries).any(|pair| pair.eq_ignore_ascii_case(country.as_bytes()));
    countries(dial).is_some_and(has) || !CODES.split(' ').map(split).any(|(_, countries)| has(countries))
}

/// Notes `dial_code.other_country` where the country is reached by another code.
pub fn country_advice(dial: &str, country: &str, notes: &mut Notes) {
    if known(dial) && !country_fits(dial, country) {
        notes.push(Code::DialCodeOtherCountry.into());
    }
}

fn countries(dial: &str) -> Option<&'static str> {
    CODES.split(' ').map(split).find(|(code, _)| *code == dial && plain(dial)).map(|(_, countries)| countries)
}

fn split(word: &str) -> (&str, &str) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    word.split_at_checked(digits).unwrap_or((word, ""))
}

fn pairs(countries: &str) -> impl Iterator<Item = &[u8]> {
    countries.as_bytes().chunks(2)
}
