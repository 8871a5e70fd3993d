//! What is wrong with an input, and where.

use std::borrow::Cow;

use crate::code::{Code, Severity, Weight};
use crate::path::Path;

/// A limit or an allowed value that a sentence names; never a value that the buyer typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count or a limit.
    Number(u64),
    /// A name, a spelling.
    Text(Cow<'static, str>),
    /// The values allowed.
    Texts(Vec<Cow<'static, str>>),
}

/// A finding of a rule, before it is known where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: Code,
    /// Limits and allowed values.
    pub params: Vec<(&'static str, Param)>,
}

impl Finding {
    /// A finding without params. Never inlined: the page has hundreds of places that make one.
    #[cold]
    #[inline(never)]
    pub fn of(code: Code) -> Finding {
        Finding { code, params: Vec::new() }
    }

    /// The finding with one more number.
    pub fn number(mut self, name: &'static str, value: u64) -> Finding {
        self.params.push((name, Param::Number(value)));
        self
    }

    /// The finding with one more text.
    pub fn text(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Finding {
        self.params.push((name, Param::Text(value.into())));
        self
    }

    /// The finding with the values allowed.
    pub fn allowed(mut self, values: &[&'static str]) -> Finding {
        let mut texts = Vec::with_capacity(values.len());
        for value in values {
            texts.push(Cow::Borrowed(*value));
        }
        self.params.push(("allowed", Param::Texts(texts)));
        self
    }
}

impl From<Code> for Finding {
    fn from(code: Code) -> Finding {
        Finding::of(code)
    }
}

/// A finding at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What is wrong.
    pub code: Code,
    /// Where.
    pub path: Path,
    /// How heavily it weighs here.
    pub severity: Severity,
    /// Limits and allowed values.
    pub params: Vec<(&'static str, Param)>,
}

/// Which advice the caller wants as errors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TreatAsError {
    /// None.
    #[default]
    Nothing,
    /// All that most likely is a slip of the finger.
    Typos,
    /// These.
    Codes(Vec<Code>),
}

impl TreatAsError {
    /// What a code weighs under this set.
    pub fn severity(&self, code: Code) -> Severity {
        match code.weight() {
            Weight::Error => Severity::Error,
            Weight::Typo if *self == TreatAsError::Typos => Severity::Error,
            Weight::Typo | Weight::Advice => match self {
                TreatAsError::Codes(codes) if codes.contains(&code) => Severity::Error,
                _ => Severity::Advice,
            },
        }
    }
}
