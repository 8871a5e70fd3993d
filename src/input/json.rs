//! A JSON reader (RFC 8259) for untrusted text: it keeps numbers as written and keys that stand twice, and has limits.

use std::borrow::Cow;

use crate::code::Code;
use crate::input::MAX_ROWS;
use crate::input::escape::escape;

/// A value of a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object; a key may stand twice.
    Object(Vec<Member<'a>>),
    /// A value that the text could only tell about.
    Odd(Code),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// The value.
    pub node: Node<'a>,
}

impl<'a> Node<'a> {
    /// The first value of a key.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match self {
            Node::Object(members) => members.iter().find(|member| member.key == key).map(|member| &member.node),
            _ => None,
        }
    }

    /// The first value of a key, taken out; `null` where there is none.
    pub fn take(&mut self, key: &str) -> Node<'a> {
        let Node::Object(members) = self else { return Node::Null };
        let member = members.iter_mut().find(|member| member.key == key);
        member.map_or(Node::Null, |member| std::mem::replace(&mut member.node, Node::Null))
    }

    /// A text, or a number's digits.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            Node::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The text or digits of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::as_text)
    }

    /// The members of an object.
    pub fn members(&self) -> &[Member<'a>] {
        match self {
            Node::Object(members) => members,
            _ => &[],
        }
    }

    /// The values of a list.
    pub fn list(&self) -> &[Node<'a>] {
        match self {
            Node::List(nodes) => nodes,
            _ => &[],
        }
    }
}

/// Reads one JSON text.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
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
        Reader { text, at: 0, max_depth, tagged: false, lenient: false }
    }

    /// Reads the whole text as one value; an error says at which byte the text stops being JSON.
    ///
    /// # Errors
    /// The byte at which the text stops being JSON: `{"a":}` gives 5.
    pub fn read(mut self) -> Result<Node<'a>, usize> {
        if self.lenient && self.text.starts_with('\u{feff}') {
            self.at = 3;
        }
        let node = self.value(0)?;
        self.blanks();
        if self.at < self.text.len() { Err(self.at) } else { Ok(node) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), usize> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.at)
        }
    }

    fn taken(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Result<Node<'a>, usize> {
        self.blanks();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'!') if self.tagged => self.tag(),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            _ => Err(self.at),
        }
    }

    fn word(&mut self, word: &str, node: Node<'a>) -> Result<Node<'a>, usize> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            Ok(node)
        } else {
            Err(self.at)
        }
    }

    fn tag(&mut self) -> Result<Node<'a>, usize> {
        self.at += 1;
        let code = match self.peek() {
            Some(b'c') => Code::InputCyclic,
            Some(b'd') => Code::InputTooDeep,
            Some(b'g') => Code::InputUnreadable,
            Some(b'l') => Code::InputTooLarge,
            Some(b'r') => Code::RowsTooMany,
            Some(b's') => Code::TextMalformed,
            Some(b'f') => Code::FieldWrongType,
            _ => return Err(self.at),
        };
        self.at += 1;
        Ok(Node::Odd(code))
    }

    fn object(&mut self, depth: usize) -> Result<Node<'a>, usize> {
        let too_deep = depth >= self.max_depth;
        self.at += 1;
        let mut members = Vec::new();
        self.blanks();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Node::Object(members));
        }
        loop {
            self.blanks();
            let key = match self.string()? {
                Node::Text(key) => key,
                _ => Cow::Borrowed("\u{fffd}"),
            };
            self.blanks();
            self.expect(b':')?;
            let node = self.nested(depth, too_deep)?;
            if !too_deep {
                members.push(Member { key, node });
            }
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => break,
            }
        }
        self.expect(b'}')?;
        Ok(if too_deep { Node::Odd(Code::InputTooDeep) } else { Node::Object(members) })
    }

    fn list(&mut self, depth: usize) -> Result<Node<'a>, usize> {
        let too_deep = depth >= self.max_depth;
        self.at += 1;
        let mut nodes = Vec::new();
        let mut rows = 0;
        self.blanks();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Node::List(nodes));
        }
        loop {
            let node = self.nested(depth, too_deep)?;
            rows += 1;
            if !too_deep && (rows <= MAX_ROWS || self.lenient) {
                nodes.push(node);
            }
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => break,
            }
        }
        self.expect(b']')?;
        Ok(match (too_deep, rows > MAX_ROWS && !self.lenient) {
            (true, _) => Node::Odd(Code::InputTooDeep),
            (false, true) => Node::Odd(Code::RowsTooMany),
            (false, false) => Node::List(nodes),
        })
    }

    /// What lies too deep is not kept; what lies far too deep is not even read, so that no text exhausts the stack.
    fn nested(&mut self, depth: usize, too_deep: bool) -> Result<Node<'a>, usize> {
        if too_deep && depth > self.max_depth + 64 { Err(self.at) } else { self.value(depth + 1) }
    }

    fn number(&mut self) -> Result<Node<'a>, usize> {
        let from = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            _ => return Err(self.at),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Node::Number(self.taken(from)))
    }

    fn digits(&mut self) -> Result<(), usize> {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == from { Err(self.at) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<Node<'a>, usize> {
        self.expect(b'"')?;
        let from = self.at;
        let mut owned: Option<String> = None;
        let mut malformed = false;
        loop {
            let run = self.at;
            while matches!(self.peek(), Some(byte) if byte != b'"' && byte != b'\\' && (byte >= 0x20 || self.lenient)) {
                self.at += 1;
            }
            if let Some(text) = owned.as_mut() {
                text.push_str(self.text.get(run..self.at).unwrap_or_default());
            }
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    let text = owned.get_or_insert_with(|| self.text.get(from..self.at).unwrap_or_default().to_owned());
                    self.at += 1;
                    match escape(self.text, &mut self.at)? {
                        Some(letter) => text.push(letter),
                        None => malformed = true,
                    }
                }
                _ => return Err(self.at),
            }
        }
        let text = match owned {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(self.taken(from)),
        };
        self.at += 1;
        Ok(if malformed { Node::Odd(Code::TextMalformed) } else { Node::Text(text) })
    }
}
