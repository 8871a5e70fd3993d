//! The JSON reader and the tape.

use kasir::api::{self, Source};
use kasir::input::{ANSWER, INPUT, Leaf, Limits, Node, Tree, json as reader};
use kasir::views::Prepared;
use serde::de::IgnoredAny;

use super::given::Given;
use super::reached::reached;
use super::{chosen, issues, operation, options};

/// So many values may stand within each other, a text or a number the innermost.
const MOST_NESTED: usize = 97;

const EVERYTHING: Limits = Limits { depth: usize::MAX, rows: usize::MAX };

/// The JSON reader takes what RFC 8259 calls JSON, as serde_json tells, but nothing nested beyond reason; the lenient one
/// takes besides what becomes JSON once the control characters in its texts are escaped.
pub fn json(text: &str) {
    let (strict, lenient) = (reader::tape(text), reader::lenient_tape(text));
    for read in [&strict, &lenient] {
        assert!(read.as_ref().err().is_none_or(|at| text.is_char_boundary(*at)), "stops within a character: {read:?}");
    }
    assert_eq!(strict.is_ok(), is_json(text));
    let escaped = escaped(text.strip_prefix('\u{feff}').unwrap_or(text));
    assert_eq!(lenient.is_ok(), is_json(&escaped));
    assert_eq!(lenient.ok(), reader::tape(&escaped).ok());
    let Ok(tape) = strict else { return };
    reached("json", "taken");
    let tree = Tree::read(&tape, EVERYTHING);
    assert!(!tree.is_empty());
    assert!(Given::read(text).is_none_or(|given| given.is(tree.root())), "another value than serde_json reads");
}

pub fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok() && nesting(text) <= MOST_NESTED
}

/// How deep a value stands in a JSON text; an empty list or object holds none.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => continue,
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                continue;
            }
            _ => deepest = deepest.max(depth + 1),
        }
        match byte {
            b'[' | b'{' => depth += 1,
            b'"' => while bytes.next().is_some_and(|byte| byte != b'"' && (byte != b'\\' || bytes.next().is_some())) {},
            _ => {}
        }
    }
    deepest
}

/// The text with every control character inside of a JSON text escaped, but for one behind a backslash.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let (mut inside, mut behind_backslash) = (false, false);
    for letter in text.chars() {
        match letter {
            '\0'..='\x1f' if inside && !behind_backslash => {
                escaped.push_str(&format!("\\u{:04x}", letter as u32));
                continue;
            }
            '"' if !behind_backslash => inside = !inside,
            _ => {}
        }
        behind_backslash = letter == '\\' && inside && !behind_backslash;
        escaped.push(letter);
    }
    escaped
}

/// A tape is read whole or not at all, whatever the limits, and the values written again are the same values.
pub fn tape(text: &str) {
    let (choice, text) = chosen(text);
    let tree = Tree::read(text, EVERYTHING);
    for limits in [INPUT, ANSWER] {
        let limited = Tree::read(text, limits);
        assert_eq!(limited.is_empty(), tree.is_empty());
        holds_together(&limited);
    }
    holds_together(&tree);
    if !tree.is_empty() {
        let mut again = String::new();
        write(tree.root(), &mut again);
        assert_eq!(Tree::read(&again, EVERYTHING), tree);
    }
    let (operation, options) = (operation(choice), options(choice));
    let prepared = api::prepare(operation, Source::tape(text), &options).expect("only a walk is walked again");
    issues::of_prepared(operation, &prepared, None);
    if let Prepared::Ready(..) = prepared {
        reached("tape", "ready");
    }
    let told = api::validate(operation, Source::tape(text), &options).expect("only a walk is walked again");
    issues::told(operation, &told, None);
    assert!(api::normalise(operation, Source::tape(text), &options).is_some());
}

/// Each value takes as many entries as stand below it, and itself.
fn holds_together(tree: &Tree<'_>) {
    fn size(node: Node<'_>) -> usize {
        1 + node.children().map(size).sum::<usize>()
    }
    assert_eq!(tree.root().0.first().map_or(0, |entry| entry.size), tree.0.len());
    assert!(tree.is_empty() || size(tree.root()) == tree.0.len());
}

/// Appends a value to a tape, after the words of `src/input/tape.rs`.
fn write(node: Node<'_>, tape: &mut String) {
    match node.leaf() {
        Leaf::Null => tape.push('\u{2}'),
        Leaf::Flag(flag) => tape.push(if flag { '\u{5}' } else { '\u{6}' }),
        Leaf::Number(digits) => tape.push_str(&format!("{digits}\u{4}")),
        Leaf::Text(text) => tape.push_str(&format!("{}\u{3}{text}", text.encode_utf16().count())),
        Leaf::Odd(code) => {
            let letter = match code.as_str() {
                "input.cyclic" => 'c',
                "input.too_deep" => 'd',
                "input.unreadable" => 'g',
                "input.too_large" => 'l',
                "rows.too_many" => 'r',
                "text.malformed" => 's',
                _ => 'f',
            };
            tape.push_str(&format!("{letter}\r"));
        }
        Leaf::List | Leaf::Object => {
            let is_object = node.is_object();
            tape.push(if is_object { '\u{7}' } else { '\u{8}' });
            for child in node.children() {
                if is_object {
                    tape.push_str(&format!("{}\u{c}{}", child.key().encode_utf16().count(), child.key()));
                }
                write(child, tape);
            }
            tape.push('\u{b}');
        }
    }
}
