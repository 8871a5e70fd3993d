//! A text control: what a browser does to text and caret before its `input` event, and then what the library makes of it.

use kasir::format::as_you_type::{TypedKind, as_you_type};

/// The second halves of surrogate pairs, which a browser deletes together with the first.
const LOW: std::ops::Range<u16> = 0xDC00..0xE000;

/// The caret is shown as `|`.
pub struct Control {
    kind: TypedKind,
    units: Vec<u16>,
    caret: usize,
}

impl Control {
    pub fn new(kind: &str, shown: &str) -> Control {
        let caret = shown.encode_utf16().position(|unit| unit == u16::from(b'|')).unwrap();
        Control::at(TypedKind::named(kind).unwrap(), &shown.replace('|', ""), caret)
    }

    pub fn at(kind: TypedKind, text: &str, caret: usize) -> Control {
        Control { kind, units: text.encode_utf16().collect(), caret }
    }

    pub fn text(&self) -> String {
        String::from_utf16(&self.units).unwrap()
    }

    pub fn caret(&self) -> usize {
        self.caret
    }

    pub fn shown(&self) -> String {
        let mut units = self.units.clone();
        units.insert(self.caret, u16::from(b'|'));
        String::from_utf16(&units).unwrap()
    }

    /// The characters one after the other, as from a keyboard.
    pub fn types(&mut self, text: &str) -> &mut Control {
        for letter in text.chars() {
            self.inserts(letter.encode_utf8(&mut [0; 4]), "insertText");
        }
        self
    }

    pub fn pastes(&mut self, text: &str) -> &mut Control {
        self.inserts(text, "insertFromPaste");
        self
    }

    pub fn inserts(&mut self, text: &str, input_type: &str) {
        let units: Vec<u16> = text.encode_utf16().collect();
        self.units.splice(self.caret..self.caret, units.iter().copied());
        self.caret += units.len();
        self.formats(input_type);
    }

    pub fn backspaces(&mut self, times: usize) -> &mut Control {
        for _ in 0..times {
            let start = self.units[..self.caret].iter().rposition(|unit| !LOW.contains(unit)).unwrap_or_default();
            if self.caret > 0 {
                self.removes(start, self.caret, "deleteContentBackward");
            }
        }
        self
    }

    pub fn deletes(&mut self, times: usize) -> &mut Control {
        for _ in 0..times {
            if self.caret < self.units.len() {
                let length = self.units[self.caret + 1..].iter().take_while(|unit| LOW.contains(unit)).count();
                self.removes(self.caret, self.caret + 1 + length, "deleteContentForward");
            }
        }
        self
    }

    /// A selection goes.
    pub fn removes(&mut self, start: usize, end: usize, input_type: &str) -> &mut Control {
        self.units.drain(start..end);
        self.caret = start;
        self.formats(input_type);
        self
    }

    pub fn formats(&mut self, input_type: &str) {
        let typed = as_you_type(self.kind, &self.text(), self.caret, input_type);
        self.units = typed.text.encode_utf16().collect();
        self.caret = typed.caret;
    }
}

/// What a person does to a control.
pub type Edit = fn(&mut Control) -> &mut Control;

/// The control after the edit, where it showed the other before.
#[track_caller]
pub fn edited(kind: &str, before: &str, edit: Edit, after: &str) {
    assert_eq!(edit(&mut Control::new(kind, before)).shown(), after, "{kind} {before}");
}
