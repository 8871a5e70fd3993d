//! JSON text as an independent reader, serde_json, takes it: members in their order, a key that stands twice kept.

use std::fmt;

use kasir::input::{Leaf, Node};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Null,
    Flag(bool),
    Number(Number),
    Text(String),
    List(Vec<Given>),
    Object(Vec<(String, Given)>),
}

impl Given {
    /// Nothing where the text is no JSON, or holds what is no Unicode or no double.
    pub fn read(text: &str) -> Option<Given> {
        serde_json::from_str(text).ok()
    }

    /// The first value of a key, or the row of that number.
    pub fn get(&self, step: &str) -> Option<&Given> {
        match self {
            Given::Object(members) => members.iter().find(|(key, _)| key == step).map(|(_, value)| value),
            Given::List(rows) => rows.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// The same as a JSON value: of a key that stands twice it holds the first value, as the core does.
    pub fn value(self) -> Value {
        match self {
            Given::Null => Value::Null,
            Given::Flag(flag) => flag.into(),
            Given::Number(number) => number.into(),
            Given::Text(text) => text.into(),
            Given::List(rows) => rows.into_iter().map(Given::value).collect(),
            Given::Object(members) => {
                let mut object = Map::new();
                for (key, value) in members {
                    object.entry(key).or_insert_with(|| value.value());
                }
                object.into()
            }
        }
    }

    /// Whether the core has read the same.
    pub fn is(&self, node: Node<'_>) -> bool {
        let mut children = node.children();
        match (self, node.leaf()) {
            (Given::Null, Leaf::Null) => true,
            (Given::Flag(given), Leaf::Flag(read)) => *given == read,
            (Given::Number(given), Leaf::Number(digits)) => digits.parse().ok() == given.as_f64(),
            (Given::Text(given), Leaf::Text(text)) => given == text,
            (Given::List(rows), Leaf::List) => {
                rows.iter().all(|row| children.next().is_some_and(|child| child.key().is_empty() && row.is(child)))
                    && children.next().is_none()
            }
            (Given::Object(members), Leaf::Object) => {
                members
                    .iter()
                    .all(|(key, value)| children.next().is_some_and(|child| child.key() == key && value.is(child)))
                    && children.next().is_none()
            }
            _ => false,
        }
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Given;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Given, E> {
        Ok(Given::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Given, E> {
        Ok(Given::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Given, E> {
        Ok(Given::Number(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Given, E> {
        Number::from_f64(number).map(Given::Number).ok_or_else(|| E::custom("no double"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Given::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Given, A::Error> {
        let mut list = Vec::new();
        while let Some(row) = rows.next_element()? {
            list.push(row);
        }
        Ok(Given::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Given, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Given::Object(object))
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Given, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}
