//! A JSON reader (RFC 8259) for untrusted text: it keeps numbers as written and keys that stand twice, and has limits.

use std::borrow::Cow;

use crate::code::Code;
use crate::input::MAX_ROWS;
use crate::input::escape::escape;
use crate::input::tree::{Entry, Leaf, Node};

/// So deep is read to find the end of what lies too deep; beyond, the text counts as no JSON, so that none exhausts the
/// stack.
const DEEPER: usize = 64;

/// A text that has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree<'a>(Vec<Entry<'a>>);

impl Tree<'_> {
    /// The whole value.
    pub fn root(&self) -> Node<'_> {
        Node(&self.0)
    }
}

impl<'a> Tree<'a> {
    /// The value of a key by itself.
    pub fn below(&self, key: &str) -> Tree<'a> {
        let entries = self.root().get(key).0.len();
        let place = self.0.iter().position(|entry| entry.size == entries && entry.key == key);
        let mut below = place.and_then(|place| self.0.get(place..place + entries)).unwrap_or_default().to_vec();
        if let Some(root) = below.first_mut() {
            root.key = Cow::Borrowed("");
        }
        Tree(below)
    }
}

/// Reads one JSON text.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    entries: Vec<Entry<'a>>,
    /// The deepest nesting allowed.
    pub max_depth: usize,
    /// Whether `!x` may stand for a value that JSON cannot hold: the page's walk writes it, a buyer cannot.
    pub tagged: bool,
    /// Whether control characters may stand raw in a text, as some providers send them.
    pub lenient: bool,
}

impl<'a> Reader<'a> {
    /// A strict reader.
    pub fn new(text: &'a str, max_depth: usize) -> Reader<'a> {
        Reader { text, at: 0, entries: Vec::new(), max_depth, tagged: false, lenient: false }
    }

    /// A reader of what others than the page send.
    pub fn lenient(text: &'a str, max_depth: usize) -> Reader<'a> {
        Reader { lenient: true, ..Reader::new(text, max_depth) }
    }

    /// Reads the whole text as one value.
    ///
    /// # Errors
    /// The byte at which the text stops being JSON: `{"a":}` gives 5.
    pub fn read(mut self) -> Result<Tree<'a>, usize> {
        if self.lenient && self.text.starts_with('\u{feff}') {
            self.at = 3;
        }
        let whole = self.value(Cow::Borrowed(""), 0).is_some() && self.peek() == 0 && self.at == self.text.len();
        if whole { Ok(Tree(self.entries)) } else { Err(self.at) }
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

    #[inline(never)]
    fn taken(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn value(&mut self, key: Cow<'a, str>, depth: usize) -> Option<()> {
        let place = self.entries.len();
        self.entries.push(Entry { key, leaf: Leaf::Null, size: 1 });
        let leaf = match self.peek() {
            b'{' => self.values(b'}', depth)?,
            b'[' => self.values(b']', depth)?,
            b'"' => self.string()?,
            b'-' | b'0'..=b'9' => self.number()?,
            b'!' if self.tagged => self.tag()?,
            b't' => self.word("true", Leaf::Flag(true))?,
            b'f' => self.word("false", Leaf::Flag(false))?,
            _ => self.word("null", Leaf::Null)?,
        };
        if let Leaf::Odd(_) = leaf {
            self.entries.truncate(place + 1);
        }
        let size = self.entries.len() - place;
        if let Some(entry) = self.entries.get_mut(place) {
            entry.leaf = leaf;
            entry.size = size;
        }
        Some(())
    }

    fn word(&mut self, word: &str, leaf: Leaf<'a>) -> Option<Leaf<'a>> {
        self.text.get(self.at..)?.strip_prefix(word)?;
        self.at += word.len();
        Some(leaf)
    }

    fn tag(&mut self) -> Option<Leaf<'a>> {
        self.at += 1;
        let code = match self.here() {
            b'c' => Code::InputCyclic,
            b'd' => Code::InputTooDeep,
            b'g' => Code::InputUnreadable,
            b'l' => Code::InputTooLarge,
            b'r' => Code::RowsTooMany,
            b's' => Code::TextMalformed,
            b'f' => Code::FieldWrongType,
            _ => return None,
        };
        self.at += 1;
        Some(Leaf::Odd(code))
    }

    /// The values of a list or an object up to its closing mark.
    fn values(&mut self, close: u8, depth: usize) -> Option<Leaf<'a>> {
        if depth > self.max_depth + DEEPER {
            return None;
        }
        self.at += 1;
        let mut rows = 0;
        if self.peek() != close {
            loop {
                let key = if close == b'}' { self.key()? } else { Cow::Borrowed("") };
                self.value(key, depth + 1)?;
                rows += 1;
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(close)?;
        Some(match close {
            _ if rows > 0 && depth >= self.max_depth => Leaf::Odd(Code::InputTooDeep),
            b'}' => Leaf::Object,
            _ if rows > MAX_ROWS && !self.lenient => Leaf::Odd(Code::RowsTooMany),
            _ => Leaf::List,
        })
    }

    fn key(&mut self) -> Option<Cow<'a, str>> {
        let key = if self.peek() == b'"' { self.string()? } else { return None };
        self.expect(b':')?;
        Some(match key {
            Leaf::Text(key) => key,
            _ => Cow::Borrowed("\u{fffd}"),
        })
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek() == byte).then(|| self.at += 1)
    }

    fn number(&mut self) -> Option<Leaf<'a>> {
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
        Some(Leaf::Number(self.taken(from)))
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

    /// A text whose opening mark stands here.
    fn string(&mut self) -> Option<Leaf<'a>> {
        self.at += 1;
        let from = self.at;
        let mut run = from;
        let mut unescaped = String::new();
        let mut malformed = false;
        loop {
            let here = self.here();
            if here == b'"' {
                break;
            }
            if here == b'\\' {
                unescaped.push_str(self.taken(run));
                match escape(self.text, &mut self.at)? {
                    Some(letter) => unescaped.push(letter),
                    None => malformed = true,
                }
                run = self.at;
            } else if here >= b' ' || self.lenient && self.at < self.text.len() {
                self.at += 1;
            } else {
                return None;
            }
        }
        let text = self.taken(run);
        self.at += 1;
        if malformed {
            return Some(Leaf::Odd(Code::TextMalformed));
        }
        Some(Leaf::Text(if run == from {
            Cow::Borrowed(text)
        } else {
            unescaped.push_str(text);
            Cow::Owned(unescaped)
        }))
    }
}
