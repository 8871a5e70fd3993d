//! Inputs: the printed ones with some values changed, and trees of any shape.

use std::sync::LazyLock;

use kasir::operation::Operation;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use crate::support::{Request, pointer, requests};

pub static REQUESTS: LazyLock<Vec<Request>> = LazyLock::new(|| requests(""));
pub static OPERATIONS: LazyLock<Vec<&'static Operation>> = LazyLock::new(|| Operation::all().collect());

/// A value for any field: what people type, and what nobody types.
pub fn typed() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => "[0-9]{1,18}".prop_map(Value::from),
        2 => "[+0-9 ().-]{1,20}".prop_map(Value::from),
        2 => "[A-Za-z][A-Za-z '.-]{0,30}".prop_map(Value::from),
        2 => "\\PC{0,40}".prop_map(Value::from),
        1 => "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
        1 => "[a-z0-9<&>\"\\\\\u{2028}]{1,12}".prop_map(Value::from),
        1 => any::<String>().prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        1 => (1_u64..1000).prop_map(Value::from),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => select(vec![Value::Null, json!(true), json!([]), json!({}), json!([{}]), json!("")]),
    ]
}

/// What is done to an input at some place of it.
#[derive(Clone, Debug)]
pub enum Edit {
    Retype(Value),
    Remove,
    /// The value of another place.
    Copy(Index),
    Stranger(String, Value),
    Repeat,
}

fn edit() -> impl Strategy<Value = (Index, Edit)> {
    let edit = prop_oneof![
        8 => typed().prop_map(Edit::Retype),
        2 => Just(Edit::Remove),
        2 => any::<Index>().prop_map(Edit::Copy),
        1 => ("[a-z_/~.0-9]{0,8}", typed()).prop_map(|(key, value)| Edit::Stranger(key, value)),
        1 => Just(Edit::Repeat),
    ];
    (any::<Index>(), edit)
}

/// A printed request and its input with up to two changes.
pub fn spoilt() -> impl Strategy<Value = (usize, Value)> {
    (any::<Index>(), prop::collection::vec(edit(), 0..3)).prop_map(|(which, edits)| {
        let which = which.index(REQUESTS.len());
        let mut input: Value = serde_json::from_str(REQUESTS[which].input()).unwrap();
        edits.into_iter().for_each(|(place, edit)| change(&mut input, place, edit));
        (which, input)
    })
}

fn change(input: &mut Value, place: Index, edit: Edit) {
    let places = pointer::all(input);
    if places.is_empty() {
        return;
    }
    let at: &String = place.get(&places);
    match edit {
        Edit::Retype(value) => pointer::set(input, at, value),
        Edit::Remove => pointer::remove(input, at),
        Edit::Copy(from) => {
            let value = input.pointer(&places[from.index(places.len())]).cloned().unwrap_or_default();
            pointer::set(input, at, value);
        }
        Edit::Stranger(key, value) => {
            if let Some(Value::Object(members)) = input.pointer_mut(at) {
                members.insert(key, value);
            } else if let Value::Object(members) = input {
                members.insert(key, value);
            }
        }
        Edit::Repeat => {
            if let Some(Value::Array(rows)) = input.pointer_mut(at) {
                rows.extend(rows.clone());
            }
        }
    }
}

/// A value of any shape, with keys that some operation has and keys that none has.
pub fn trees() -> impl Strategy<Value = Value> {
    let keys = prop_oneof![3 => select(known_keys()), 1 => "\\PC{0,6}"];
    typed().prop_recursive(10, 60, 6, move |inner| {
        prop_oneof![
            3 => prop::collection::vec((keys.clone(), inner.clone()), 0..8).prop_map(|members| Map::from_iter(members).into()),
            1 => prop::collection::vec(inner, 0..5).prop_map(Value::from),
        ]
    })
}

fn known_keys() -> Vec<String> {
    let spelled: String = OPERATIONS.iter().map(|operation| operation.shape.spell() + ";").collect();
    let mut keys: Vec<String> = spelled.split([';', '!', '{', '}', '[', ']']).map(str::to_owned).collect();
    keys.retain(|key| !key.is_empty());
    keys
}
