//! What a buyer reads of an outcome: a headline, a sentence, what to do next, and the names of the receipt's lines.
//!
//! Only what is certain is said. An unknown purchase is never called failed, and a failed question never a failed
//! purchase.

mod en;
mod id;

use crate::format::Language;
use crate::outcome::{Line, Next, OperationKind, Reason, State};

/// The name of a line.
pub fn line_label(line: Line, language: Language) -> &'static str {
    match language {
        Language::Id => id::line_label(line),
        Language::En => en::line_label(line),
    }
}

/// The outcome in two or three words.
pub fn outcome_headline(kind: OperationKind, state: State, language: Language) -> &'static str {
    match language {
        Language::Id => id::headline(Affair::of(kind), state),
        Language::En => en::headline(Affair::of(kind), state),
    }
}

/// The outcome in one or two sentences. A reason counts only where the state is `failed`.
pub fn outcome_sentence(kind: OperationKind, state: State, reason: Option<Reason>, language: Language) -> &'static str {
    let reason = reason.unwrap_or(Reason::Other);
    match language {
        Language::Id => id::sentence(Affair::of(kind), state, reason),
        Language::En => en::sentence(Affair::of(kind), state, reason),
    }
}

/// What the buyer does next.
pub fn next_sentence(next: Next, language: Language) -> &'static str {
    match language {
        Language::Id => id::next(next),
        Language::En => en::next(next),
    }
}

/// Kinds of operation that share their wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Affair {
    /// Something is bought or paid.
    Buying,
    /// Seats are held.
    Holding,
    /// Something is asked before buying.
    Asking,
    /// A purchase is looked up.
    LookingUp,
    /// A setting of the merchant is changed.
    Setting,
}

impl Affair {
    fn of(kind: OperationKind) -> Affair {
        match kind {
            OperationKind::Purchase | OperationKind::Pay => Affair::Buying,
            OperationKind::Hold => Affair::Holding,
            OperationKind::Query => Affair::Asking,
            OperationKind::Lookup => Affair::LookingUp,
            OperationKind::Setting => Affair::Setting,
        }
    }
}
