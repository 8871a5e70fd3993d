//! Where each kind has its separators.

use super::TypedKind;
use super::edit::Edit;
use super::reading::Reading;
use crate::rules::digits::{tail, two, without};
use crate::rules::operators;

/// Where separators belong, as in [`Reading`].
#[derive(Clone, Copy)]
pub struct Groups {
    /// All of them.
    pub separators: u32,
    /// What they are written as.
    pub mark: char,
    /// The one of them that is a blank, whatever the mark.
    pub blank: u32,
    /// See [`super::Typed`].
    pub hint: &'static str,
}

/// Every fourth place but the first.
const FOURS: u32 = 0x1111_1110;
/// Every third place.
const THIRDS: u32 = 0x4924_9249;

/// The bits of all places between `length` characters.
fn between(length: u32) -> u32 {
    ((1 << length) - 1) & !1
}

/// Where `length` digits have their dots.
fn thousands(length: u32) -> u32 {
    THIRDS << (length % 3) & between(length)
}

/// The groups of what was read; nothing where it is to be left as typed.
pub fn grouped(kind: TypedKind, kept: &str, reading: Reading, edit: Edit<'_>) -> Option<Groups> {
    let (mut blank, mut hint) = (0, "");
    let (separators, mark) = match kind {
        // As libphonenumber groups, but for ten digits (`0812-345-678`), where the eleventh would move a hyphen.
        TypedKind::Msisdn => {
            let code = code_length(kept);
            let national = without(tail(kept, kept.len() - code), b'0');
            hint = operators::operator(national).map_or("", |operator| operator.brand);
            blank = 1 << code;
            let hyphens = if let [b'8', ..] = national.as_bytes() { 0x88 << (kept.len() - national.len()) } else { 0 };
            ((blank | hyphens) & between(reading.length), '-')
        }
        TypedKind::Rupiah => (amount(kept, reading, edit)?, '.'),
        TypedKind::Date => day(kept, reading, edit)?,
        TypedKind::Passport => (0, ' '),
        _ => (FOURS & between(reading.length), ' '),
    };
    Some(Groups { separators, mark, blank, hint })
}

/// The length of the country code of Indonesia, where a number begins with it.
fn code_length(kept: &str) -> usize {
    let abroad = without(kept, b'+');
    if abroad.as_bytes().first_chunk() == Some(b"62") { kept.len() - abroad.len() + 2 } else { 0 }
}

/// Where an amount has its dots; nothing where typed dots may mean something else, as that of `12.50`. Only dots written here
/// are known to group, so the digit just typed or deleted is undone to see whether all of them were. Behind a leading zero
/// the rule reads no dots, so none are written, and typed ones are left as they are: `0.500` must not become 500.
fn amount(kept: &str, reading: Reading, edit: Edit<'_>) -> Option<u32> {
    let Reading { length, place, before, behind, .. } = reading;
    let (typed, dots) = (reading.separators(), thousands(length));
    let was_grouped = if edit.deletes() {
        before | behind << 1 == thousands(length + 1)
    } else {
        edit.types() && before | behind >> 1 == thousands(length - 1)
    };
    if let [b'0', rest @ ..] = kept.as_bytes() {
        // Either the zero was typed before such an amount, or what stood before a dot is gone.
        let is_new = if edit.deletes() { typed & 1 != 0 } else { place == 1 && !matches!(rest, [b'0', ..]) };
        return (typed == 0 || was_grouped && is_new).then_some(0);
    }
    let groups = typed == 0 || typed == dots || was_grouped || edit.deletes() && typed ^ dots == 1 << place;
    groups.then_some(dots)
}

/// The places behind one to three digits, and those behind a year's four and behind one or two of its month.
const WITHIN_YEAR: u32 = 0b1110;
const BEHIND_YEAR: u32 = 0b111_0000;

/// Two digits, two, and the rest, or a year's four, two, and the rest; a separator that was typed ends a group early.
fn day(kept: &str, reading: Reading, edit: Edit<'_>) -> Option<(u32, char)> {
    let typed = reading.separators();
    let behind_year = typed & BEHIND_YEAR;
    let is_century = matches!(two(kept, 0), 19 | 20);
    // What is left may be of a year, or of a day and a month that lost their separator: nobody knows, so it stays. Before a
    // last group of four digits no year stands.
    if typed & 0b110 == 0 && is_century && edit.deletes() && typed << 4 >> reading.length != 1 {
        return None;
    }
    let whole = typed & WITHIN_YEAR == 0;
    // As long as nothing tells that it is a year, it is parted here as a day and a month.
    let parted = typed & WITHIN_YEAR == 0b100 && is_century;
    // Four digits are a year when the first mark of the person's own is a hyphen behind them.
    if behind_year != 0 && reading.hyphens & (WITHIN_YEAR | BEHIND_YEAR) == behind_year && (whole || parted) {
        return Some((behind_year, '-'));
    }
    // Or when two marks stand behind them, the second just typed where they were parted, or the month were one after
    // December.
    let is_marked = behind_year > 0b1_0000 && behind_year & 0b1_0000 != 0;
    let is_just_told = is_marked && typed << 1 >> reading.length != 0 || reading.length == 4;
    let is_year = (is_marked || is_century && two(kept, 2) > 12) && (whole || parted && edit.types() && is_just_told);
    let first = if is_year { 4 } else { 2 - (typed >> 1 & 1) };
    let second = first + 2 - (typed >> first >> 1 & 1);
    let separators = (1 << first | 1 << second) & (typed | between(reading.length));
    let mark = if reading.hyphens & 1 << first == 0 { '/' } else { '-' };
    // A day or a month that was deleted leaves its separators, until it is typed anew.
    let emptied = reading.doubled != 0 && edit.types();
    // Behind a blank the name of a month may follow.
    let open = separators & reading.blanks & !between(reading.length);
    (reading.length < 9 && !emptied && open == 0).then_some((separators, mark))
}
