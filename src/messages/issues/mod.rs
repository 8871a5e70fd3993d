//! The sentences of issue codes.

pub(super) mod en;
pub(super) mod id;

use crate::code::Code;
use crate::format::Language;
use crate::plain::View;

use super::fill::fill;
use super::texts::{Subject, text};

/// The sentence of a finding. `label` names the field in that language, and is empty where the field is not known; `params`
/// are the finding's own.
pub fn sentence(code: Code, params: &dyn View, label: &str, language: Language) -> String {
    let unnamed = if language == Language::Id { "Isian ini" } else { "This field" };
    let label = if label.is_empty() { unnamed } else { label };
    fill(template(code, language), params, label, language)
}

/// The sentence before its places are filled.
pub fn template(code: Code, language: Language) -> &'static str {
    text(Subject::Issue, code as usize, language)
}
