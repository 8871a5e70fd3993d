//! Sentences with places: `Paling banyak {max} karakter.`
//!
//! What stands in `[ ]` is left out when a place in it has no value: ` [Mungkin maksudnya {suggestion}?]`. Written out
//! because the formatting machinery of the standard library would cost a page more bytes than all sentences.

use crate::format::Language;
use crate::format::rupiah::push_grouped;
use crate::params::Param;

/// The template with its places filled from `params` and, for `{label}`, from `label`.
pub fn fill(template: &str, params: &[(&str, Param)], label: &str, language: Language) -> String {
    let mut sentence = String::new();
    let mut part = String::new();
    let mut complete = true;
    let mut from = 0;
    for (at, mark) in template.bytes().enumerate() {
        if !matches!(mark, b'[' | b']' | b'{' | b'}') {
            continue;
        }
        let piece = template.get(from..at).unwrap_or_default();
        from = at + 1;
        match params.iter().find(|(name, _)| *name == piece) {
            _ if mark != b'}' => part.push_str(piece),
            _ if piece == "label" => part.push_str(label),
            Some((_, param)) => push_param(&mut part, param, language),
            None => complete = false,
        }
        if matches!(mark, b'[' | b']') {
            if complete || mark == b'[' {
                sentence.push_str(&part);
            }
            part.clear();
            complete = true;
        }
    }
    sentence.push_str(&part);
    sentence.push_str(template.get(from..).unwrap_or_default());
    sentence
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
