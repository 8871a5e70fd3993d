//! Country calling codes, and whose they are.
//!
//! The 206 codes of countries and the nine that belong to none, as google/libphonenumber release 9.0.35 knows them
//! (`resources/PhoneNumberMetadata.xml`, <https://github.com/google/libphonenumber>); ITU-T E.164 gives a code one to
//! three digits. Klikoo prints `62`, without plus ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). Which code a country has is a hint: people keep
//! foreign telephones.

use crate::code::Code;
use crate::desk::Desk;
use crate::input::whole;
use crate::issue::Finding;
use crate::rules::digits::without;

// Each word is a code and the countries that share it; first the countries without a code. Small letters: a code by
// agreement only, which ISO 3166-1 has not assigned.
const WORDS: &str = "\
    AQBVGSHMPNTFUM 1AGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTUSVCVGVI 7KZRU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU \
    39ITVA 40RO 41CH 43AT 44GBGGIMJE 45DK 46SE 47NOSJ 48PL 49DE 51PE 52MX 53CU 54AR 55BR 56CL 57CO 58VE 60MY 61AUCCCX \
    62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR 211SS 212EHMA 213DZ 216TN 218LY \
    220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV \
    239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 247ac 248SC 249SD 250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI \
    258MZ 260ZM 261MG 262REYT 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 290SHta 291ER 297AW 298FO 299GL 350GI 351PT \
    352LU 353IE 354IS 355AL 356MT 357CY 358AXFI 359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA \
    381RS 382ME 383xk 385HR 386SI 387BA 389MK 420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM \
    509HT 590BLGPMF 591BO 592GY 593EC 594GF 595PY 596MQ 597SR 598UY 599BQCW 670TL 672NF 673BN 674NR 675PG 676TO 677SB \
    678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH 800 808 850KP 852HK 853MO \
    855KH 856LA 870 878 880BD 881 882 883 886TW 888 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM 970PS 971AE \
    972IL 973BH 974QA 975BT 976MN 977NP 979 992TJ 993TM 994AZ 995GE 996KG 998UZ";

/// The words in bytes: by how much a code is above the one before it, with the highest bit; two letters for a country.
static CODES: [u8; 719] = codes();

#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
const fn codes() -> [u8; 719] {
    let mut codes = [0; 719];
    let words = WORDS.as_bytes();
    let (mut at, mut end, mut code, mut before) = (0, 0, 0, 0);
    while at < words.len() {
        let byte = words[at];
        at += 1;
        if byte.is_ascii_alphabetic() {
            codes[end] = byte;
        } else if byte.is_ascii_digit() {
            code = code * 10 + (byte - b'0') as u32;
            if words[at].is_ascii_digit() {
                continue;
            }
            codes[end] = 0x80 | (code - before) as u8;
            (before, code) = (code, 0);
        } else {
            continue;
        }
        end += 1;
    }
    codes
}

/// Makes a letter a capital, and no other byte a letter.
const CAPITAL: u8 = !0x20;

/// What the table can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    /// The code is in use.
    Code,
    /// The country shares the code.
    Shared,
    /// The country has a code.
    Reached,
    /// ISO 3166-1 has assigned the letters to a country.
    Assigned,
}

/// Whether the table tells that of a code and of two letters, in any case.
#[inline(never)]
pub(crate) fn holds(fact: Fact, dial: &str, country: &str) -> bool {
    let dial = match dial.as_bytes() {
        [b'0', ..] | [_, _, _, _, ..] => 0,
        _ => whole(dial).unwrap_or(0) as u32,
    };
    let country = match country.as_bytes() {
        [first, second] => [first & CAPITAL, second & CAPITAL],
        _ => [0, 0],
    };
    let mut code = 0;
    let mut rest = CODES.as_slice();
    while let [byte, after @ ..] = rest {
        rest = after;
        let told = if *byte < 0x80 {
            let [beside, after @ ..] = rest else { break };
            rest = after;
            [byte & CAPITAL, beside & CAPITAL] == country
                && match fact {
                    Fact::Code => false,
                    Fact::Shared => code == dial,
                    Fact::Reached => code > 0,
                    Fact::Assigned => byte.is_ascii_uppercase(),
                }
        } else {
            code += u32::from(byte & 0x7F);
            fact == Fact::Code && code == dial
        };
        if told {
            return true;
        }
    }
    false
}

/// The code without its plus.
///
/// # Errors
/// - `dial_code.unknown`: `999`
pub fn dial_code(desk: &mut Desk<'_>) -> Result<(), Finding> {
    desk.text = without(desk.text, b'+');
    if known(desk.text) { Ok(()) } else { Err(Code::DialCodeUnknown.into()) }
}

/// Whether a country or a service has that code.
pub fn known(dial: &str) -> bool {
    holds(Fact::Code, dial, "")
}

/// Whether the country, two letters in any case, is reached by that code; so is one that no code is known for.
pub fn country_fits(dial: &str, country: &str) -> bool {
    holds(Fact::Shared, dial, country) || !holds(Fact::Reached, dial, country)
}
