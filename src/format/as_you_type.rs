//! A value while it is typed: groups as people write them, and the caret where the person left it.
//!
//! A value's own characters (digits, a telephone number's plus, a passport's letters) stay in their order, surplus ones
//! too; the separators between them are placed anew. The caret stays right behind the character or the separator that it
//! stood behind; only deleting forwards moves it past a separator. A separator is written once a character follows it, so
//! none has to be deleted at the end; only a day keeps the one that ended its group, and what a deletion left of it.
//!
//! Left as typed, for the rule to tell, is what a kind cannot hold: a letter in a NIK, `12.50` or a comma in an amount,
//! more than [`MOST`] characters; so is what an input method still composes. Digits of other scripts become those of
//! ASCII in every number but an amount.

mod edit;
mod groups;
mod reading;

use crate::names;
use crate::plain::{Members, Plain, View};
use crate::texts::{next, owned};

use edit::Edit;
use groups::{Groups, grouped};
use reading::{NOTHING, read};

/// The most characters of a value that are grouped: as many as a word has bits for, and more than any kind has.
pub const MOST: u32 = 30;

/// A kind of value that is grouped while it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedKind {
    /// A telephone number: `0812-3456-7890`, `+62 812-3456-7890`, `+6591234567`.
    Msisdn,
    /// An amount: `1.250.000`.
    Rupiah,
    /// An identity number: `3174 1009 1296 0001`.
    Nik,
    /// A passport number: `A1234567`.
    Passport,
    /// A calendar day: `26/07/2024`, or `2024-07-26` as it is.
    Date,
    /// A meter number: `0110 5691 111`.
    Meter,
    /// A prepaid PLN token: `0261 7700 0180 1700 5623`.
    PlnToken,
}

names!(TypedKind {
    Msisdn = "msisdn", Rupiah = "rupiah", Nik = "nik", Passport = "passport", Date = "date", Meter = "meter",
    PlnToken = "pln_token",
});

/// What a control is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// The caret's place in UTF-16 units.
    pub caret: usize,
    /// The brand that a telephone number's prefix points at; empty where none is known.
    pub hint: &'static str,
}

impl View for Typed {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("text caret hint");
        members.text(&self.text);
        members.put(Plain::Number(self.caret as u64));
        members.filled(self.hint);
    }
}

/// The text of a control after the browser's edit, formatted; `caret` is the caret's place after it in UTF-16 units.
///
/// `input_type` is the `inputType` of its `InputEvent` (W3C, Input Events Level 2,
/// <https://www.w3.org/TR/input-events-2/>); none counts as typing. Nothing is kept between two calls.
///
/// Where `deleteContentBackward` or `deleteContentForward` took a separator alone, the character beyond it goes too. Not
/// that of an amount: whoever deletes the comma of `20,500` does not mean a digit, so there the caret passes the separator.
///
/// ```
/// use kasir::format::as_you_type::{TypedKind, as_you_type};
/// let typed = as_you_type(TypedKind::Msisdn, "0812-34567", 10, "insertText");
/// assert_eq!((typed.text.as_str(), typed.caret, typed.hint), ("0812-3456-7", 11, "Telkomsel"));
/// ```
pub fn as_you_type(kind: TypedKind, text: &str, caret: usize, input_type: &str) -> Typed {
    let edit = Edit(input_type.as_bytes());
    let mut left_out = NOTHING;
    loop {
        let mut kept = String::new();
        let reading = read(kind, text, caret, left_out, &mut kept);
        let groups = if reading.refused || edit.composes() { None } else { grouped(kind, &kept, reading, edit) };
        if let Some(groups) = groups {
            let place = reading.place;
            let gone = groups.separators & 1 << place;
            if left_out == NOTHING
                && edit.deletes_content()
                && kind != TypedKind::Rupiah
                && gone != 0
                && groups.separators ^ gone == reading.separators()
            {
                left_out = place - u32::from(edit.deletes_backward());
                continue;
            }
            // What is left of a day and a month would be parted anew, the year with them.
            if left_out != NOTHING || kind != TypedKind::Date || !edit.deletes() {
                let behind = reading.before >> place & 1 != 0 || edit.deletes() && !edit.deletes_backward();
                let passed = groups.separators & (((1 + u32::from(behind)) << place) - 1);
                let caret = (place + passed.count_ones()) as usize;
                return Typed { text: written(&kept, groups), caret, hint: groups.hint };
            }
        }
        return Typed { text: owned(text), caret: reading.caret, hint: "" };
    }
}

fn written(kept: &str, groups: Groups) -> String {
    let mut text = String::new();
    let mut place = 1;
    let mut letters = kept.chars();
    while let Some(letter) = next(&mut letters) {
        text.push(letter);
        place <<= 1;
        if groups.separators & place != 0 {
            text.push(if groups.blank == place { ' ' } else { groups.mark });
        }
    }
    text
}
