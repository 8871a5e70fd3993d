//! Values of any shape: all of them in one list, each before those below it.

use crate::code::Code;

/// What a value is; the values of a list or an object stand behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaf<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text.
    Text(&'a str),
    /// A list.
    List,
    /// An object; a key may stand twice.
    Object,
    /// A value that can only be told about.
    Odd(Code),
}

/// A value with its key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key in the object around it; empty in a list.
    pub key: &'a str,
    /// What it is.
    pub leaf: Leaf<'a>,
    /// How many entries it takes, itself and all below it.
    pub size: usize,
}

/// A value with all below it, as its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree<'a>(pub Vec<Entry<'a>>);

impl<'a> Tree<'a> {
    /// Whether there is no value at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole value.
    pub fn root(&self) -> Node<'_> {
        Node(&self.0)
    }

    /// The value of a key by itself.
    pub fn below(&self, key: &str) -> Tree<'a> {
        let mut place = 1;
        for child in self.root().children() {
            let behind = place + child.0.len();
            if let (true, Some([first, rest @ ..])) = (child.key() == key, self.0.get(place..behind)) {
                return Tree([&[Entry { key: "", ..*first }], rest].concat());
            }
            place = behind;
        }
        Tree::default()
    }
}

/// A value and all below it; without any entry where a key was asked for that is not there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node<'t>(pub &'t [Entry<'t>]);

impl<'t> Node<'t> {
    /// No value at all.
    pub const NONE: Node<'static> = Node(&[]);

    /// What it is; nothing counts as `null`.
    pub fn leaf(self) -> Leaf<'t> {
        self.0.first().map_or(Leaf::Null, |entry| entry.leaf)
    }

    /// The key in the object around it.
    pub fn key(self) -> &'t str {
        self.0.first().map_or("", |entry| entry.key)
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        matches!(self.leaf(), Leaf::Object)
    }

    /// Whether it is no object, or one without any member.
    pub fn is_blank(self) -> bool {
        !self.is_object() || self.0.len() == 1
    }

    /// The values of a list or an object.
    pub fn children(self) -> Children<'t> {
        Children(self.0.get(1..).unwrap_or_default())
    }

    /// The first value of a key.
    #[inline(never)]
    pub fn get(self, key: &str) -> Node<'t> {
        self.children().find(|child| child.key() == key).unwrap_or(Node::NONE)
    }

    /// A text, or a number's digits.
    #[inline(never)]
    pub fn as_text(self) -> Option<&'t str> {
        match self.leaf() {
            Leaf::Text(text) => Some(text),
            Leaf::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The text or digits of a key.
    #[inline(never)]
    pub fn text(self, key: &str) -> Option<&'t str> {
        self.get(key).as_text()
    }
}

/// Goes through the values of a list or an object.
#[derive(Clone, Copy, Debug)]
pub struct Children<'t>(&'t [Entry<'t>]);

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    #[inline(never)]
    fn next(&mut self) -> Option<Node<'t>> {
        let (child, rest) = self.0.split_at_checked(self.0.first()?.size)?;
        self.0 = rest;
        Some(Node(child))
    }
}
