//! What a buyer reads of an outcome: a sentence, what to do next, and the names of the receipt's lines.
//!
//! Only what is certain is said. An unknown purchase is never called failed, and a failed question never a failed
//! purchase.

pub(super) mod en;
pub(super) mod id;

use crate::format::Language;
use crate::state::{Line, Next, OperationKind, Reason, State};

use super::texts::{Subject, text};

/// The name of a line.
pub fn line_label(line: Line, language: Language) -> &'static str {
    text(Subject::Line, line as usize, language)
}

/// The outcome in one or two sentences. A reason counts only where the state is `failed`.
pub fn outcome_sentence(kind: OperationKind, state: State, reason: Option<Reason>, language: Language) -> &'static str {
    let told = Told { affair: Affair::of(kind), state, reason: reason.unwrap_or(Reason::Other) };
    text(Subject::Outcome, told.place(), language)
}

/// What the buyer does next.
pub fn next_sentence(next: Next, language: Language) -> &'static str {
    text(Subject::Next, next as usize, language)
}

/// Kinds of operation that share their wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Affair {
    /// Something is bought or paid.
    Buying,
    /// Seats are held.
    Holding,
    /// Something is asked before buying.
    Asking,
    /// A setting of the merchant is changed.
    Setting,
    /// A purchase is looked up.
    LookingUp,
}

impl Affair {
    const ALL: [Affair; 5] = [Affair::Buying, Affair::Holding, Affair::Asking, Affair::Setting, Affair::LookingUp];

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

/// What a sentence depends on.
#[derive(Clone, Copy)]
pub(super) struct Told {
    affair: Affair,
    state: State,
    /// Counts only where the state is `failed`.
    reason: Reason,
}

impl Told {
    /// Every state, a failure for every reason.
    const PER_AFFAIR: usize = State::ALL.len() - 1 + Reason::ALL.len();

    /// A page looks nothing up by itself, so its build has no sentences of the last affair.
    const AFFAIRS: usize = Affair::ALL.len() - cfg!(all(target_arch = "wasm32", not(feature = "hook"))) as usize;

    /// One for every sentence, in the order of their places.
    #[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
    pub(super) const ALL: [Told; Told::AFFAIRS * Told::PER_AFFAIR] = {
        let mut all = [Told { affair: Affair::Buying, state: State::Failed, reason: Reason::Other }; _];
        let mut place = 0;
        while place < all.len() {
            all[place].affair = Affair::ALL[place / Told::PER_AFFAIR];
            let within = place % Told::PER_AFFAIR;
            if within < State::Failed as usize {
                all[place].state = State::ALL[within];
            } else if within < State::Failed as usize + Reason::ALL.len() {
                all[place].reason = Reason::ALL[within - State::Failed as usize];
            } else {
                all[place].state = State::ALL[within + 1 - Reason::ALL.len()];
            }
            place += 1;
        }
        all
    };

    fn place(self) -> usize {
        let (state, failed) = (self.state as usize, State::Failed as usize);
        let before = if state < failed {
            0
        } else if state > failed {
            Reason::ALL.len() - 1
        } else {
            self.reason as usize
        };
        self.affair as usize * Told::PER_AFFAIR + state + before
    }
}
