//! All that people read, one language after the other: beside others of their language texts compress better.

use super::{issues, labels, problems, receipts};
use crate::code::Code;
use crate::format::Language;
use crate::messages::{Label, Problem};
use crate::packed;
use crate::packed::Packed;
use crate::state::{Line, Next};

/// What texts are of.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    Issue,
    Help,
    Label,
    Problem,
    Line,
    Next,
    Outcome,
}

macro_rules! texts {
    ($language:ident) => {
        [
            packed!(Code::ALL, issues::$language::template),
            packed!(Label::ALL, labels::$language::help),
            packed!(Label::ALL, labels::$language::label),
            packed!(Problem::ALL, problems::$language::sentence),
            packed!(Line::ALL, receipts::$language::line_label),
            packed!(Next::ALL, receipts::$language::next),
            packed!(receipts::Told::ALL, receipts::$language::sentence),
        ]
    };
}

static EN: [Packed; 7] = texts!(en);
static ID: [Packed; 7] = texts!(id);

/// The text at that place among those of a subject.
#[inline(never)]
pub(super) fn text(subject: Subject, place: usize, language: Language) -> &'static str {
    let texts = match language {
        Language::Id => &ID,
        Language::En => &EN,
    };
    texts.get(subject as usize).map_or("", |texts| texts.text(place))
}
