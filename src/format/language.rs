//! The languages that people read.

/// A language of sentences, labels, months and group marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Language] = &[Language::Id, Language::En];

    /// The language of that name: `id` or `en`.
    pub fn named(text: &str) -> Option<Language> {
        Language::ALL.iter().copied().find(|language| language.as_str() == text)
    }

    /// `id` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::En => "en",
        }
    }

    /// The mark between groups of three digits.
    pub fn group_mark(self) -> char {
        match self {
            Language::Id => '.',
            Language::En => ',',
        }
    }
}
