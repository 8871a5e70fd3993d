//! Sentences with places: `Maksimal {max} karakter.`
//!
//! What stands in `[ ]` is left out when a place in it has no value: `[ Mungkin maksudnya {suggestion}?]`. Written out
//! because the formatting machinery of the standard library would cost a page more bytes than all sentences.

use crate::format::Language;
use crate::format::rupiah::push_grouped;
use crate::plain::{Members, Plain, View};
use crate::texts::append;

/// The template with its places filled from `params` and, for `{label}`, from `label`.
pub fn fill(template: &str, params: &dyn View, label: &str, language: Language) -> String {
    let mut sentence = String::new();
    let mut complete = true;
    let (mut from, mut start) = (0, 0);
    for (at, mark) in template.bytes().enumerate() {
        if !matches!(mark, b'[' | b']' | b'{' | b'}') {
            continue;
        }
        let piece = template.get(from..at).unwrap_or_default();
        from = at + 1;
        if mark != b'}' {
            append(&mut sentence, piece);
        } else if piece == "label" {
            append(&mut sentence, label);
        } else {
            let mut found = false;
            params.members(&mut Members(&mut |name, param| {
                if name == piece && !found {
                    found = push_param(&mut sentence, param, language);
                }
            }));
            complete &= found;
        }
        if mark == b'[' {
            (start, complete) = (sentence.len(), true);
        } else if mark == b']' && !complete {
            sentence = sentence.get(..start).unwrap_or_default().to_owned();
        }
    }
    append(&mut sentence, template.get(from..).unwrap_or_default());
    sentence
}

/// Whether there was something to say.
fn push_param(sentence: &mut String, param: &Plain<'_>, language: Language) -> bool {
    match param {
        Plain::Number(number) => push_grouped(sentence, *number, language.group_mark()),
        Plain::Text(text) => append(sentence, text),
        _ => return false,
    }
    true
}
