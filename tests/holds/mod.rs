//! What holds for whatever comes: asked by the properties, by the fuzz targets, and of the corpus that is kept.

// The fuzz targets are a crate of their own, each of which uses a part of it.
#![allow(dead_code)]

pub mod answers;
pub mod blanks;
pub mod bodies;
#[cfg(feature = "hook")]
pub mod calls;
pub mod contexts;
pub mod given;
pub mod input_types;
pub mod issues;
#[cfg(feature = "hook")]
pub mod lookups;
pub mod masks;
pub mod reached;
pub mod readers;
#[cfg(feature = "hook")]
pub mod receipts;
#[cfg(feature = "hook")]
pub mod tokens;
pub mod typed;
pub mod values;
pub mod walks;

use kasir::canonical::Escapes;
use kasir::context::{Product, ProductKind};
use kasir::issue::Codes;
use kasir::messages::Language;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::rules::calendar_day::calendar_day;

/// Panics where something does not hold for the text.
pub type Holds = fn(&str);

/// What a fuzz target asks of a text, by the target's name.
pub const TARGETS: &[(&str, Holds)] = &[
    ("json", readers::json),
    ("tape", readers::tape),
    ("walk", walks::walk),
    ("canonical", bodies::canonical),
    ("klikoo_response", answers::klikoo),
    ("netzme_response", answers::netzme),
    #[cfg(feature = "hook")]
    ("call", calls::call),
    ("msisdn", values::msisdn),
    ("rupiah", values::rupiah),
    ("as_you_type", typed::as_you_type),
];

/// The first character chooses what else there is to choose, so that one text is a whole case.
pub fn chosen(text: &str) -> (usize, &str) {
    let mut letters = text.chars();
    let choice = letters.next().map_or(0, |letter| letter as usize);
    (choice, letters.as_str())
}

pub fn operation(choice: usize) -> &'static Operation {
    Operation::at(choice % Operation::all().count()).expect("an operation")
}

/// Options as pages and hooks set them.
pub fn options(choice: usize) -> Options<'static> {
    let kind = ProductKind::ALL.get(choice / 3 % (ProductKind::ALL.len() + 5)).copied();
    let mut options = Options::defaults(calendar_day("2024-07-01").expect("a day"));
    options.language = if choice & 8 == 0 { Language::Id } else { Language::En };
    options.treat_as_error = if choice & 16 == 0 { Codes::NONE } else { Codes::TYPOS };
    options.escapes = if choice & 32 == 0 { Escapes::Go } else { Escapes::Raw };
    if choice & 64 != 0 {
        let operator = (choice & 128 != 0).then_some("indosat");
        options.context.product = Product { kind, open: choice & 256 != 0, operator };
    }
    if choice & 512 != 0 {
        options.context.answers = contexts::answers(choice % 512);
    }
    options
}
