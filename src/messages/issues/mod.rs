//! The sentences of issue codes.

mod en;
mod id;

use crate::code::Code;
use crate::format::Language;
use crate::packed;
use crate::plain::View;

use super::fill::fill;

/// The sentence of a finding. `label` names the field in that language; `params` are the finding's own.
pub fn sentence(code: Code, params: &dyn View, label: &str, language: Language) -> String {
    fill(template(code, language), params, label, language)
}

/// The sentence before its places are filled.
pub fn template(code: Code, language: Language) -> &'static str {
    match language {
        Language::Id => packed!(Code::ALL, id::template),
        Language::En => packed!(Code::ALL, en::template),
    }
    .text(code as usize)
}
