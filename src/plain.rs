//! A result as plain data. Every view tells its members, so that one serialisation serves them all: a derived one for
//! each would cost a page several times the bytes.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::input::whole;
use crate::packed::{Pieces, pieces};

/// A piece of plain data.
#[derive(Clone, Copy)]
pub enum Plain<'v> {
    /// Left out of its object or list.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number below 2^53.
    Number(u64),
    /// A text.
    Text(&'v str),
    /// A view, whose members make a list; their names count for nothing.
    List(&'v dyn View),
    /// A view, whose members make an object.
    View(&'v dyn View),
}

impl<'v> Plain<'v> {
    /// A number where the text is nothing but digits, nothing where there is no text.
    #[inline(never)]
    pub fn of(text: &'v str) -> Plain<'v> {
        match whole(text) {
            Some(number) => Plain::Number(number),
            None if text.is_empty() => Plain::Absent,
            None => Plain::Text(text),
        }
    }
}

/// What has named members.
pub trait View {
    /// Puts the members, in their order.
    fn members(&self, members: &mut Members<'_>);
}

/// Takes the members of a view.
pub struct Members<'m>(pub &'m mut dyn FnMut(&str, &Plain<'_>));

impl<'m> Members<'m> {
    /// Any member.
    #[inline(never)]
    pub fn put(&mut self, name: &str, plain: Plain<'_>) {
        (self.0)(name, &plain);
    }

    /// An item of a list.
    pub fn item(&mut self, plain: Plain<'_>) {
        self.put("", plain);
    }

    /// Takes the members of those names, a blank between two, in their order. One text of all costs a page less than the
    /// address and the length of each.
    #[inline(never)]
    pub fn named<'n>(&'n mut self, names: &'n str) -> Named<'n, 'm> {
        Named { members: self, names: pieces(names, b' ') }
    }
}

/// Takes the members whose names are told beforehand, each with the next one; what is left out takes its name with it.
pub struct Named<'n, 'm> {
    members: &'n mut Members<'m>,
    names: Pieces<'n>,
}

impl Named<'_, '_> {
    /// Any member.
    #[inline(never)]
    pub fn put(&mut self, plain: Plain<'_>) {
        let name = self.names.next();
        debug_assert!(name.is_some(), "more values than names");
        self.members.put(name.unwrap_or_default(), plain);
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.put(Plain::Text(text));
    }

    /// A text, or nothing at all.
    #[inline(never)]
    pub fn optional(&mut self, text: Option<&str>) {
        self.put(text.map_or(Plain::Absent, Plain::Text));
    }

    /// A text, where there is one.
    #[inline(never)]
    pub fn filled(&mut self, text: &str) {
        self.optional(Some(text).filter(|text| !text.is_empty()));
    }

    /// A text, or `null`.
    #[inline(never)]
    pub fn nullable(&mut self, text: Option<&str>) {
        self.put(text.map_or(Plain::Null, Plain::Text));
    }

    /// An object.
    #[inline(never)]
    pub fn view(&mut self, view: &dyn View) {
        self.put(Plain::View(view));
    }

    /// A list.
    #[inline(never)]
    pub fn list(&mut self, view: &dyn View) {
        self.put(Plain::List(view));
    }
}

impl<T: View> View for Vec<T> {
    fn members(&self, members: &mut Members<'_>) {
        for view in self {
            members.item(Plain::View(view));
        }
    }
}

impl View for &[&str] {
    fn members(&self, members: &mut Members<'_>) {
        for text in *self {
            members.item(Plain::Text(text));
        }
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Absent | Plain::Null => serializer.serialize_unit(),
            Plain::Flag(flag) => serializer.serialize_bool(*flag),
            // A u64 would become a BigInt or an error in JavaScript; all limits are below 2^53.
            Plain::Number(number) if cfg!(target_arch = "wasm32") => serializer.serialize_f64(*number as f64),
            Plain::Number(number) => serializer.serialize_u64(*number),
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::List(view) => Writing::<S>::List(serializer.serialize_seq(None)?).write(*view),
            Plain::View(view) => Writing::<S>::View(serializer.serialize_map(None)?).write(*view),
        }
    }
}

/// A list or an object under way.
enum Writing<S: Serializer> {
    List(S::SerializeSeq),
    View(S::SerializeMap),
}

impl<S: Serializer> Writing<S> {
    #[inline(never)]
    fn write(mut self, view: &dyn View) -> Result<S::Ok, S::Error> {
        let mut written = Ok(());
        view.members(&mut Members(&mut |name, plain| match &mut self {
            _ if written.is_err() || matches!(plain, Plain::Absent) => {}
            Writing::List(items) => written = items.serialize_element(plain),
            Writing::View(map) => written = map.serialize_entry(name, plain),
        }));
        written?;
        match self {
            Writing::List(items) => items.end(),
            Writing::View(map) => map.end(),
        }
    }
}
