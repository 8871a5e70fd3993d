//! Who runs an Indonesian mobile prefix: a hint for the buyer, never a reason to refuse a number.
//!
//! Prefixes after google/libphonenumber release 9.0.35 (16 July 2026), `carrier/en/62.txt`, whose Indonesian data last
//! changed in release 8.13.45 (5 September 2024), <https://github.com/google/libphonenumber>. That project does not
//! list Indonesia among the regions where a number moves between operators. XL, AXIS and Smartfren are brands of
//! PT XLSmart Telecom Sejahtera Tbk since 16 April 2025; Tri belongs to Indosat Ooredoo Hutchison. by.U, a brand of
//! Telkomsel, uses 085155–085158 (<https://idfot.com>). Prefixes that no operator is known to use stay valid: relics
//! and new allotments look the same.

use crate::packed::pieces;
use crate::rules::digits::without;

/// The operator and the brand that a prefix points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The company.
    pub name: &'static str,
    /// What the buyer calls it, and what products are sold under.
    pub brand: &'static str,
    letter: u8,
}

static OPERATORS: [Operator; 7] = [
    Operator { letter: b'T', name: "Telkomsel", brand: "Telkomsel" },
    Operator { letter: b'U', name: "Telkomsel", brand: "by.U" },
    Operator { letter: b'I', name: "Indosat Ooredoo Hutchison", brand: "IM3" },
    Operator { letter: b'H', name: "Indosat Ooredoo Hutchison", brand: "Tri" },
    Operator { letter: b'X', name: "XLSMART", brand: "XL" },
    Operator { letter: b'A', name: "XLSMART", brand: "AXIS" },
    Operator { letter: b'S', name: "XLSMART", brand: "Smartfren" },
];

// The operator's letter for each prefix from 0800 to 0899, ten in a row.
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
    -----HHHHH";

/// The names that products are sold under, in small letters and digits; behind each the letters of the operators it serves.
const SOLD_AS: &str = "\
    telkomselTU tselTU simpatiTU asTU kartuasTU loopTU haloTU kartuhaloTU byuU indosatIH ooredooIH indosatooredooIH \
    indosatooredoohutchisonIH im3I im3ooredooI mentariI triH threeH 3H tri3H xlsmartXAS xlaxiataXAS xlX xlprioritasX axisA smartfrenS";

/// The operator of a number without its country code, the 0 left out or not.
#[inline(never)]
pub fn operator(number: &str) -> Option<&'static Operator> {
    let national = without(number, b'0').as_bytes();
    let (tens, ones) = match national {
        [b'8', tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => (tens - b'0', ones - b'0'),
        _ => return None,
    };
    let letter = match national {
        [b'8', b'5', b'1', b'5', b'5'..=b'8', ..] => b'U',
        _ => *PREFIXES.get(usize::from(tens) * 10 + usize::from(ones))?,
    };
    at(letter.into())
}

/// The operator that has that [`Operator::place`].
#[inline(never)]
pub fn at(place: u32) -> Option<&'static Operator> {
    OPERATORS.iter().find(|operator| operator.place() == place)
}

impl Operator {
    /// The number by which [`at`] finds the operator again: its letter.
    pub fn place(&self) -> u32 {
        self.letter.into()
    }

    /// Whether a product sold under that name is for this operator's numbers; `None` where nobody sells under it.
    #[allow(clippy::manual_contains)] // the standard library's search costs a page 300 bytes of code
    pub fn serves(&self, product: &str) -> Option<bool> {
        let sellers = pieces(SOLD_AS, b' ').find_map(|word| sellers(product, word.as_bytes()))?;
        Some(sellers.iter().any(|seller| *seller == self.letter))
    }
}

/// The operators behind a name, where the letters and digits of a product are those of the name, in any case.
fn sellers<'w>(product: &str, word: &'w [u8]) -> Option<&'w [u8]> {
    let mut left = word;
    for byte in product.bytes() {
        if byte.is_ascii_alphanumeric() {
            match left {
                [first, after @ ..] if *first == byte.to_ascii_lowercase() => left = after,
                _ => return None,
            }
        }
    }
    left.first()?.is_ascii_uppercase().then_some(left)
}
