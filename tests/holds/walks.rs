//! The page's quick walk.

use kasir::api::{self, Source};
use kasir::input::MAX_BYTES;
use kasir::shape::{Kind, Shape};
use kasir::views::Prepared;

use super::reached::reached;
use super::{chosen, issues, operation, options};

/// A walk is taken by every question or by none; what it gives is what a tape of the same values gives.
pub fn walk(text: &str) {
    let (choice, text) = chosen(text);
    let (operation, options) = (operation(choice), options(choice));
    let marks = text.bytes().filter(|byte| *byte < b' ').count();
    let prepare = |marks| api::prepare(operation, Source::Walk(text, marks), &options);
    for wrong in [marks + 1, marks.saturating_sub(1), usize::MAX] {
        assert!(wrong == marks || prepare(wrong).is_none());
    }
    let prepared = prepare(marks);
    let validated = api::validate(operation, Source::Walk(text, marks), &options);
    let normalised = api::normalise(operation, Source::Walk(text, marks), &options);
    assert_eq!([validated.is_some(), normalised.is_some()], [prepared.is_some(); 2]);
    let body = api::body(operation, text, marks, &options);
    let Some(prepared) = prepared else { return assert_eq!(body, None) };
    issues::of_prepared(operation, &prepared, None);
    issues::told(operation, validated.as_deref().unwrap_or_default(), None);
    match &prepared {
        Prepared::Ready(request, advice) if advice.is_empty() => {
            reached("walked", operation.id);
            assert_eq!(body.as_ref(), Some(&request.body));
        }
        _ => assert_eq!(body, None),
    }
    let mut tape = String::from("\u{7}");
    let rest = record(text.strip_prefix('\u{7}').expect("a walk begins so"), operation.shape, &mut tape);
    assert_eq!(rest, "");
    if tape.len() <= MAX_BYTES {
        let careful = api::prepare(operation, Source::tape(&tape), &options).expect("only a walk is walked again");
        assert_eq!(serde_json::to_string(&prepared).unwrap(), serde_json::to_string(&careful).unwrap());
        assert_eq!(normalised, api::normalise(operation, Source::tape(&tape), &options));
    }
}

/// Appends the members of an object to a tape, after the words of `src/input/walked.rs`; gives what stands behind them.
fn record<'w>(mut walk: &'w str, shape: &Shape, tape: &mut String) -> &'w str {
    for field in shape.fields {
        let (_, mark, behind) = marked(walk);
        if mark == "\u{1}" {
            walk = behind;
        } else {
            tape.push_str(&format!("{}\u{c}{}", field.key.len(), field.key));
            walk = value(walk, field.kind, tape);
        }
    }
    tape.push('\u{b}');
    walk
}

fn value<'w>(walk: &'w str, kind: Kind, tape: &mut String) -> &'w str {
    let (head, mark, behind) = marked(walk);
    match (mark, kind) {
        ("\u{3}", _) => tape.push_str(&format!("{}\u{3}{head}", head.encode_utf16().count())),
        ("\u{7}", Kind::Record(shape) | Kind::Rows(shape, ..)) => {
            tape.push('\u{7}');
            return record(behind, shape, tape);
        }
        ("\u{8}", Kind::Rows(..)) => {
            tape.push('\u{8}');
            let rows: usize = head.parse().expect("a count");
            let behind = (0..rows).fold(behind, |walk, _| value(walk, kind, tape));
            tape.push('\u{b}');
            return behind;
        }
        ("\u{4}", _) => tape.push_str(&format!("{head}\u{4}")),
        // A row that is not there is none, as in JSON text.
        ("\u{1}", _) => tape.push('\u{2}'),
        _ => tape.push_str(mark),
    }
    behind
}

/// The text before the next mark, which counts for nothing where the mark has none; the mark; and what stands behind it.
fn marked(walk: &str) -> (&str, &str, &str) {
    let end = walk.find(|letter| letter < ' ').expect("a value has a mark");
    (&walk[..end], &walk[end..end + 1], &walk[end + 1..])
}
