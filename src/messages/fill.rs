//! Sentences with places: `Paling banyak {max} karakter.`
//!
//! What stands in `[ ]` is left out when a place in it has no value: ` [Mungkin maksudnya {suggestion}?]`. Written out
//! because the formatting machinery of the standard library would cost a page more bytes than all sentences.

use crate::format::Language;
use crate::format::rupiah::push_grouped;
use crate::issue::Param;

/// The template with its places filled from `params` and, for `{label}`, from `label`.
pub fn fill(template: &str, params: &[(&'static str, Param)], label: &str, language: Language) -> String {
    let mut sentence = String::new();
    for (number, part) in template.split(['[', ']']).enumerate() {
        let start = sentence.len();
        let complete = push_part(&mut sentence, part, params, label, language);
        let optional = number % 2 == 1;
        if optional && !complete {
            sentence.truncate(start);
        }
    }
    sentence
}

/// Appends one part; false when a place of it has no value.
fn push_part(
    sentence: &mut String,
    part: &str,
    params: &[(&'static str, Param)],
    label: &str,
    language: Language,
) -> bool {
    let mut complete = true;
    for (number, piece) in part.split(['{', '}']).enumerate() {
        let is_place = number % 2 == 1;
        if !is_place {
            sentence.push_str(piece);
        } else if piece == "label" {
            sentence.push_str(label);
        } else if let Some((_, param)) = params.iter().find(|(name, _)| *name == piece) {
            push_param(sentence, param, language);
        } else {
            complete = false;
        }
    }
    complete
}

fn push_param(sentence: &mut String, param: &Param, language: Language) {
    match param {
        Param::Number(number) => push_grouped(sentence, *number, language.group_mark()),
        Param::Text(text) => sentence.push_str(text),
        Param::Texts(texts) => {
            for (number, text) in texts.iter().enumerate() {
                if number > 0 {
                    sentence.push_str(", ");
                }
                sentence.push_str(text);
            }
        }
    }
}
