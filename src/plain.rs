//! A result as a tree of plain data. Every view turns into one, so that one serialisation serves them all: a derived
//! one for each would cost a page several times the bytes.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// Plain data that borrows its texts from a view.
#[derive(Clone, Debug)]
pub enum Plain<'v> {
    /// Left out of its record.
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
    List(Vec<Plain<'v>>),
    /// A record, in the order written.
    Record(Vec<(&'static str, Plain<'v>)>),
}

impl<'v> Plain<'v> {
    /// A text, or nothing at all.
    pub fn optional(text: &'v Option<String>) -> Plain<'v> {
        text.as_deref().map_or(Plain::Absent, Plain::Text)
    }

    /// A text, or `null`.
    pub fn nullable(text: &'v Option<String>) -> Plain<'v> {
        text.as_deref().map_or(Plain::Null, Plain::Text)
    }

    /// A list of views.
    pub fn list<T>(items: &'v [T], plain: fn(&'v T) -> Plain<'v>) -> Plain<'v> {
        Plain::List(items.iter().map(plain).collect())
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
            Plain::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Plain::Record(members) => {
                let mut record = serializer.serialize_map(None)?;
                for (key, value) in members {
                    if !matches!(value, Plain::Absent) {
                        record.serialize_entry(key, value)?;
                    }
                }
                record.end()
            }
        }
    }
}
