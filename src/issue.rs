//! What is wrong with an input, and where.

use std::num::NonZeroU32;

use crate::code::{Code, Severity, Weight};

/// The number of a finding whose code has a param that is not told here: a browser does not say where a text stops being
/// JSON, the options of an attraction are the page's to show, and a bill is not found by a meter number.
pub const UNTOLD: u32 = 0xFF_FFFF;

/// A finding of a rule, before it is known where: a code and the one number that its params are made of, in one word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Finding(NonZeroU32);

impl Finding {
    /// A finding without a number.
    pub const fn of(code: Code) -> Finding {
        Finding::limited(code, 0)
    }

    /// A finding with a limit, a place or a count below 2^24.
    pub const fn limited(code: Code, limit: u32) -> Finding {
        // Codes count from 1 here, so that the word is never zero.
        match NonZeroU32::new(limit << 8 | (code as u32 + 1)) {
            Some(word) => Finding(word),
            None => Finding(NonZeroU32::MIN),
        }
    }

    /// A finding with two counts of at most a thousand each.
    pub const fn counted(code: Code, one: usize, other: usize) -> Finding {
        Finding::limited(code, (one as u32) << 12 | other as u32)
    }

    /// What is wrong.
    pub fn code(self) -> Code {
        Code::at(self.0.get() as usize % 256 - 1).unwrap_or(Code::InputMalformed)
    }

    /// The number.
    pub const fn limit(self) -> u32 {
        self.0.get() >> 8
    }

    /// The two counts.
    pub const fn counts(self) -> (u32, u32) {
        (self.limit() >> 12, self.limit() & 0xFFF)
    }
}

impl std::fmt::Debug for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?}({})", self.code(), self.limit())
    }
}

impl From<Code> for Finding {
    fn from(code: Code) -> Finding {
        Finding::of(code)
    }
}

/// A finding at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue<'a> {
    /// What is wrong.
    pub finding: Finding,
    /// The place of the value on its sheet; of an object's first value where a key of the object is meant.
    pub place: usize,
    /// A key that the object's shape does not have, or that the list should have.
    pub key: Option<&'a str>,
}

/// A set of codes, a bit for each: which advice the caller wants as errors, say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    low: u64,
    high: u64,
}

impl Codes {
    /// None.
    pub const NONE: Codes = Codes { low: 0, high: 0 };

    /// All that most likely is a slip of the finger.
    pub const TYPOS: Codes = {
        let mut typos = Codes::NONE;
        let mut codes = Code::ALL;
        while let [code, rest @ ..] = codes {
            if let Weight::Typo = code.weight() {
                typos = typos.and(*code);
            }
            codes = rest;
        }
        typos
    };

    /// These, and that code.
    pub const fn and(self, code: Code) -> Codes {
        match code as u32 {
            at @ 0..64 => Codes { low: self.low | 1 << at, ..self },
            at => Codes { high: self.high | 1 << (at - 64), ..self },
        }
    }

    /// What a code weighs under this set.
    pub fn severity(&self, code: Code) -> Severity {
        if code.weight() == Weight::Error || self.and(code) == *self { Severity::Error } else { Severity::Advice }
    }
}
