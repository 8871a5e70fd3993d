//! Values of each kind, and nearly ones.

use kasir::parse::ParseKind;
use proptest::prelude::*;
use proptest::strategy::Union;

use crate::holds::blanks::UNSEEN;

/// Telephone numbers.
pub fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        "(\\+62|62|0|0062|\\(\\+62\\) ?)[ -]?[28][0-9]{1,3}[ .-]?[0-9]{2,5}[ .-]?[0-9]{0,5}",
        "[+0-9 ().-]{0,20}",
        "[+\u{ff0b}]?[0-9\u{ff10}-\u{ff19}\u{660}-\u{669}\u{6f0}-\u{6f9} \u{a0}\u{2011}/~;x]{0,18}",
        "\\PC{0,20}",
        any::<String>(),
    ]
}

/// Amounts.
pub fn amounts() -> impl Strategy<Value = String> {
    prop_oneof![
        "(Rp\\.? ?|rp\u{a0}|IDR |)[0-9]{1,4}([.,][0-9]{1,4}){0,4}(,(00|0|-|--|5))?",
        "(Rp|IDR)?[0-9.,-]{0,24}",
        "0{0,4}9007199254740[0-9]{3}(\\.[0-9]{3})?",
        "\\PC{0,20}",
        any::<String>(),
    ]
}

/// What a kind takes as the rule's page describes it, and mostly takes.
fn shape(kind: ParseKind) -> &'static str {
    match kind {
        ParseKind::Msisdn => "(\\+62|62|0)8[1-9][0-9]{7,10}",
        ParseKind::Wallet => "0?8[1-9][0-9]{7,10}",
        ParseKind::Rupiah => "(Rp ?)?[1-9][0-9]{0,2}(\\.[0-9]{3}){0,3}(,00)?",
        ParseKind::Nik => "(1[1-9]|3[1-6]|5[1-3]|7[1-6])[0-9]{4}([0-6][1-9]|[14][0-9])(0[1-9]|1[0-2])[0-9]{5}[1-9]",
        ParseKind::Passport | ParseKind::IndonesianPassport => "[A-Z] ?[0-9]{7}|[A-Z]{2}[0-9]{6}",
        ParseKind::Name => "[A-Z][a-zé']{0,8}( [A-Z][a-z.-]{1,8}){0,3}",
        ParseKind::Date => "(19|20)[0-9]{2}[-/][01][0-9][-/][0-2][0-9]|[0-3]?[0-9][/. -][01]?[0-9][/. -]20[0-9]{2}",
        ParseKind::Birth => "19[0-9]{2}-[01][0-9]-[0-2][0-9]|[0-3]?[0-9][/-][01]?[0-9][/-]19[0-9]{2}",
        ParseKind::Time => "[0-2]?[0-9][:.][0-5][0-9]",
        ParseKind::Email => "[a-zA-Z0-9]{1,6}([.+_-][a-z]{1,6})?@[a-zA-Z]{1,8}(\\.[a-z]{2,3}){1,2}",
        ParseKind::Meter => "[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3,4}",
        ParseKind::PlnToken => "[0-9]{4}([ -]?[0-9]{4}){4}",
        ParseKind::Bpjs => "(0|88888|89888)?[0-9]{10,13}",
        ParseKind::Driver => "[0-9]{5,12}|[A-Z]{2}[0-9]{4,8}",
        ParseKind::Percentage => "-?[0-9]{1,4}([.,][0-9]{1,6})?%?",
        ParseKind::Country => "[A-Za-z]{2,3}",
        ParseKind::DialCode => "\\+?(00)?[1-9][0-9]{0,2}",
        ParseKind::Locale => "[a-z]{2,3}([-_]([A-Z]{2}|[A-Z][a-z]{3}))?",
        ParseKind::Reference => {
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[A-Za-z0-9_-]{1,36}"
        }
    }
}

/// A kind and a text for it: of its shape, of another kind's, or any.
pub fn values() -> impl Strategy<Value = (ParseKind, String)> {
    let of = |kind: &ParseKind| (Just(*kind), shape(*kind)).boxed();
    let any_kind = || prop::sample::select(ParseKind::ALL);
    let spaced = |(kind, text): (ParseKind, String)| (kind, format!("\u{a0}{text}\n"));
    let wrapped = |((kind, mut text), unseen): ((ParseKind, String), Option<char>)| {
        let (middle, unseen) = (text.len() / 2, unseen.map(String::from).unwrap_or_default());
        text.insert_str((0..=middle).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default(), &unseen);
        (kind, format!("\u{202a}{text}\u{202c}"))
    };
    let unseen = prop::option::of(prop::sample::select(UNSEEN.chars().collect::<Vec<char>>()));
    let wrap = (Union::new(ParseKind::ALL.iter().map(of)), unseen);
    let (own, blank) = (Union::new(ParseKind::ALL.iter().map(of)), Union::new(ParseKind::ALL.iter().map(of)));
    prop_oneof![
        6 => own,
        1 => blank.prop_map(spaced),
        1 => wrap.prop_map(wrapped),
        1 => (any_kind(), Union::new(ParseKind::ALL.iter().map(of))).prop_map(|(kind, (_, text))| (kind, text)),
        1 => (any_kind(), prop_oneof![numbers(), amounts(), any::<String>(), "\\PC{0,24}", "[0-9 .,:/+()-]{0,24}"]),
    ]
}

/// The same as a text whose first character chooses the kind, and with it the options.
pub fn chosen_values() -> impl Strategy<Value = (usize, String)> {
    (values(), 0_usize..30).prop_map(|((kind, text), turns)| {
        let place = ParseKind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        (place + turns * ParseKind::ALL.len(), text)
    })
}
