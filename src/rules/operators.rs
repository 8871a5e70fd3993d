//! Who runs an Indonesian mobile prefix: a hint for the buyer, never a reason to refuse a number.
//!
//! Prefixes after google/libphonenumber release 9.0.35 (16 July 2026), `carrier/en/62.txt`, whose Indonesian data last
//! changed in release 8.13.45 (5 September 2024), <https://github.com/google/libphonenumber>. That project does not
//! list Indonesia among the regions where a number moves between operators. XL, AXIS and Smartfren are brands of
//! PT XLSmart Telecom Sejahtera Tbk since 16 April 2025; Tri belongs to Indosat Ooredoo Hutchison. by.U, a brand of
//! Telkomsel, uses 085155–085158 (<https://idfot.com>). Prefixes that no operator is known to use stay valid: relics
//! and new allotments look the same.

use crate::packed;
use crate::packed::{Packed, pieces};

/// The operator and the brand that a prefix points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The company.
    pub name: &'static str,
    /// What the buyer calls it, and what products are sold under.
    pub brand: &'static str,
}

/// The brands by the letters of [`PREFIXES`]; `B` stands within Telkomsel's prefixes.
const LETTERS: &[u8; 7] = b"TBI3XAS";
const BRANDS: Packed = packed!(["Telkomsel", "by.U", "IM3", "Tri", "XL", "AXIS", "Smartfren"]);
const COMPANIES: Packed = packed!([
    "Telkomsel",
    "Telkomsel",
    "Indosat Ooredoo Hutchison",
    "Indosat Ooredoo Hutchison",
    "XLSMART",
    "XLSMART",
    "XLSMART",
]);

// One letter for each prefix from 0800 to 0899, ten in a row.
const PREFIXES: &[u8; 100] = b"\
    ----------\
    -TTTIIIXXX\
    -TTT------\
    -AAA----A-\
    ----------\
    -TTT-IIIIX\
    ----------\
    -------XXX\
    -SSS---SSS\
    -----33333";

/// The operator of a number written with its 0.
pub fn operator(domestic: &str) -> Option<Operator> {
    let (tens, ones) = match domestic.as_bytes() {
        [b'0', b'8', tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => (tens - b'0', ones - b'0'),
        _ => return None,
    };
    let letter = match PREFIXES.get(usize::from(tens) * 10 + usize::from(ones))? {
        b'T' if matches!(domestic.as_bytes(), [b'0', b'8', b'5', b'1', b'5', b'5'..=b'8', ..]) => b'B',
        letter => *letter,
    };
    let place = LETTERS.iter().position(|known| *known == letter)?;
    Some(Operator { name: COMPANIES.text(place), brand: BRANDS.text(place) })
}

/// A company or a brand, then what its products are sold under: letters and digits only, in small letters.
const SOLD_AS: Packed = packed!([
    "Telkomsel/telkomsel/simpati/as/kartuas/loop/halo/kartuhalo",
    "by.U/byu",
    "Indosat Ooredoo Hutchison/indosat/ooredoo/indosatooredoo/indosatooredoohutchison",
    "IM3/im3/im3ooredoo/mentari",
    "Tri/tri/three/3",
    // It sold AXIS as well before the merger.
    "XLSMART/xlsmart/xlaxiata",
    "XL/xl",
    "AXIS/axis",
    "Smartfren/smartfren",
]);

impl Operator {
    /// Whether a product sold under that name is for this operator's numbers; `None` where nobody sells under it.
    pub fn serves(&self, product: &str) -> Option<bool> {
        let letters = || product.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
        SOLD_AS.texts().find_map(|sold| {
            let mut names = pieces(sold, b'/');
            let seller = names.next()?;
            names.any(|name| letters().eq(name.bytes())).then(|| self.name == seller || self.brand == seller)
        })
    }
}
