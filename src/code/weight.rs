//! How heavily a code weighs, and for whom.

/// How heavily a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The request cannot be built.
    Error,
    /// Worth telling; becomes an error when `treatAsError` names it.
    Advice,
}

impl Severity {
    /// `error` or `advice`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Advice => "advice",
        }
    }
}

/// What a code weighs, and whether the set `"typos"` turns it into an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Always an error.
    Error,
    /// Advice that most likely is a slip of the finger: an error under `treatAsError: "typos"`.
    Typo,
    /// Advice whatever the set; an error only when named.
    Advice,
}
