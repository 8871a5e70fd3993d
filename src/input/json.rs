//! JSON text (RFC 8259) to a tape: numbers as written, keys that stand twice kept. The page has its browser's reader.

use crate::input::escape::escape;
use crate::input::marked::{FALSE, LIST, NULL, NUMBER, OBJECT, TEXT, TRUE};
use crate::input::tape::{DEEPEST, END, KEY, MALFORMED};
use crate::texts::push_number;

/// The tape of a JSON text.
///
/// # Errors
/// The byte at which the text stops being JSON: `{"a":}` gives 5.
pub fn tape(text: &str) -> Result<String, usize> {
    Writer { text, at: 0, tape: String::new(), lenient: false }.written()
}

/// The tape of what others than the page send: control characters may stand raw in a text, as some providers send them,
/// and a byte order mark before everything.
///
/// # Errors
/// The byte at which the text stops being JSON.
pub fn lenient_tape(text: &str) -> Result<String, usize> {
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    Writer { text, at, tape: String::new(), lenient: true }.written()
}

struct Writer<'a> {
    text: &'a str,
    at: usize,
    tape: String,
    lenient: bool,
}

impl Writer<'_> {
    fn written(mut self) -> Result<String, usize> {
        let whole = self.value(0).is_some() && self.peek() == 0 && self.at == self.text.len();
        if whole { Ok(self.tape) } else { Err(self.at) }
    }

    /// The byte that stands here; 0 behind the end, which no JSON text may hold outside of a lenient one's texts.
    fn here(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// The first byte from here on that is no blank.
    fn peek(&mut self) -> u8 {
        while matches!(self.here(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.here()
    }

    fn mark(&mut self, mark: u8) {
        self.tape.push(char::from(mark));
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek() {
            b'{' => self.values(OBJECT, b'}', depth),
            b'[' => self.values(LIST, b']', depth),
            b'"' => self.text(),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true", TRUE),
            b'f' => self.word("false", FALSE),
            _ => self.word("null", NULL),
        }
    }

    fn word(&mut self, word: &str, mark: u8) -> Option<()> {
        self.text.get(self.at..)?.strip_prefix(word)?;
        self.at += word.len();
        self.mark(mark);
        Some(())
    }

    /// The values of a list or an object up to its closing mark.
    fn values(&mut self, open: u8, close: u8, depth: usize) -> Option<()> {
        self.at += 1;
        self.mark(open);
        if self.peek() != close {
            loop {
                if open == OBJECT {
                    self.key()?;
                }
                if depth >= DEEPEST {
                    return None;
                }
                self.value(depth + 1)?;
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(close)?;
        self.mark(END);
        Some(())
    }

    fn key(&mut self) -> Option<()> {
        self.expect(b'"')?;
        let (key, _) = self.string()?;
        self.push(&key, KEY);
        self.expect(b':')
    }

    fn text(&mut self) -> Option<()> {
        self.at += 1;
        match self.string()? {
            (_, true) => self.tape.push_str(MALFORMED),
            (text, false) => self.push(&text, TEXT),
        }
        Some(())
    }

    fn push(&mut self, text: &str, mark: u8) {
        push_number(&mut self.tape, text.encode_utf16().count() as u64);
        self.mark(mark);
        self.tape.push_str(text);
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek() == byte).then(|| self.at += 1)
    }

    fn number(&mut self) -> Option<()> {
        let from = self.at;
        self.skip("-");
        if !self.skip("0") {
            self.digits()?;
        }
        if self.skip(".") {
            self.digits()?;
        }
        if self.skip("eE") {
            self.skip("+-");
            self.digits()?;
        }
        self.tape.push_str(self.text.get(from..self.at)?);
        self.mark(NUMBER);
        Some(())
    }

    fn skip(&mut self, marks: &str) -> bool {
        let here = self.here();
        let found = marks.bytes().any(|mark| mark == here);
        self.at += usize::from(found);
        found
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.here().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    /// The characters up to the closing mark, half a surrogate pair as U+FFFD, and whether there was any.
    fn string(&mut self) -> Option<(String, bool)> {
        let mut string = String::new();
        let mut malformed = false;
        let mut run = self.at;
        loop {
            let here = self.here();
            let goes_on = here >= b' ' || self.lenient && self.at < self.text.len();
            match here {
                b'"' | b'\\' => string.push_str(self.text.get(run..self.at)?),
                _ if goes_on => {
                    self.at += 1;
                    continue;
                }
                _ => return None,
            }
            if here == b'"' {
                self.at += 1;
                return Some((string, malformed));
            }
            let letter = escape(self.text, &mut self.at)?;
            malformed |= letter.is_none();
            string.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
            run = self.at;
        }
    }
}
