//! A result as plain data. Every view tells its members, so that one serialisation serves them all: a derived one for
//! each would cost a page several times the bytes.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A piece of plain data.
#[derive(Clone, Copy)]
pub enum Plain<'v> {
    /// Left out of its object.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number below 2^53.
    Number(u64),
    /// A text.
    Text(&'v str),
    /// A list.
    List(&'v dyn List),
    /// A view, whose members make an object.
    View(&'v dyn View),
}

/// What has named members.
pub trait View {
    /// Puts the members, in their order.
    fn members(&self, members: &mut Members<'_>);
}

/// What has items.
pub trait List {
    /// The item at that place; `None` behind the last one.
    fn item(&self, at: usize) -> Option<Plain<'_>>;
}

/// Takes the members of a view.
pub struct Members<'m>(&'m mut dyn FnMut(&'static str, &Plain<'_>));

impl Members<'_> {
    /// Any member.
    #[inline(never)]
    pub fn put(&mut self, name: &'static str, plain: Plain<'_>) {
        (self.0)(name, &plain);
    }

    /// A text.
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.put(name, Plain::Text(text));
    }

    /// A text, or nothing at all.
    pub fn optional(&mut self, name: &'static str, text: Option<&str>) {
        self.put(name, text.map_or(Plain::Absent, Plain::Text));
    }

    /// A text, or `null`.
    pub fn nullable(&mut self, name: &'static str, text: Option<&str>) {
        self.put(name, text.map_or(Plain::Null, Plain::Text));
    }
}

impl<T: View> List for Vec<T> {
    fn item(&self, at: usize) -> Option<Plain<'_>> {
        self.get(at).map(|view| Plain::View(view))
    }
}

impl List for &[&str] {
    fn item(&self, at: usize) -> Option<Plain<'_>> {
        self.get(at).map(|text| Plain::Text(text))
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Absent | Plain::Null => serializer.serialize_unit(),
            Plain::Flag(flag) => serializer.serialize_bool(*flag),
            Plain::Number(number) => match u32::try_from(*number) {
                Ok(number) => serializer.serialize_u32(number),
                // A u64 would become a BigInt or an error in JavaScript; all limits are below 2^53.
                Err(_) => serializer.serialize_f64(*number as f64),
            },
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::List(list) => {
                let mut items = serializer.serialize_seq(None)?;
                let mut at = 0;
                while let Some(item) = list.item(at) {
                    items.serialize_element(&item)?;
                    at += 1;
                }
                items.end()
            }
            Plain::View(view) => {
                let mut map = serializer.serialize_map(None)?;
                let mut written = Ok(());
                view.members(&mut Members(&mut |name, plain| {
                    if written.is_ok() && !matches!(plain, Plain::Absent) {
                        written = map.serialize_entry(name, plain);
                    }
                }));
                written?;
                map.end()
            }
        }
    }
}
