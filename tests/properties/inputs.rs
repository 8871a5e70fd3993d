//! Inputs: the printed ones with some values changed, and trees of any shape.

use std::sync::LazyLock;

use kasir::operation::Operation;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use crate::holds::contexts;
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
enum Edit {
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

/// A value with up to two changes.
pub fn edited(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    (value, prop::collection::vec(edit(), 0..3)).prop_map(|(mut value, edits)| {
        edits.into_iter().for_each(|(place, edit)| change(&mut value, place, edit));
        value
    })
}

/// An operation's input and the options beside it, both as JSON.
#[derive(Clone, Debug)]
pub struct Spoilt {
    pub operation: &'static Operation,
    pub input: Value,
    pub options: Value,
}

/// A printed request with up to two changes of its input, and of what is told in its context.
pub fn spoilt() -> impl Strategy<Value = Spoilt> {
    let request = any::<Index>().prop_flat_map(|which| {
        let request = which.get(&REQUESTS);
        let input: Value = serde_json::from_str(request.input()).unwrap();
        (Just(request), edited(Just(input)))
    });
    (request, options(), 0_usize..3).prop_map(|((request, input), mut options, product)| {
        // The printed form is right for its own product.
        if product > 0 {
            options["context"]["product"] = request.context.as_ref().map_or(Value::Null, |own| own["product"].clone());
        }
        Spoilt { operation: request.operation(), input, options }
    })
}

/// Options as pages and hooks set them.
pub fn options() -> impl Strategy<Value = Value> {
    let kinds = vec!["pulsa", "pln_prepaid", "pln_postpaid", "ovo", "maxim", "bpjs", "other"];
    let product =
        (prop::option::weighted(0.875, select(kinds)), any::<bool>(), select(vec!["telkomsel", "Indosat", "nobody"]))
            .prop_map(|(kind, open, operator)| json!({ "kind": kind, "open": open, "operator": operator }));
    let told = |data: fn(bool) -> Value| {
        let data = prop::bool::weighted(0.8).prop_map(data);
        prop::option::weighted(0.3, edited(data))
    };
    let terms = (
        select(vec!["id", "en"]),
        select(vec!["2024-07-01", "2024-07-01", "2024-07-01", "1990-01-01", "2024-08-02"]),
        prop::bool::weighted(0.3),
        any::<bool>(),
    );
    let answers = (told(contexts::attraction), told(contexts::trip), told(contexts::trip));
    (terms, prop::option::of(product), answers).prop_map(
        |((language, today, typos, raw), product, (attraction, trip, back))| {
            let context = json!({ "product": product, "attraction": attraction, "trip": trip, "returnTrip": back });
            let mut options = json!({ "language": language, "today": today, "context": context });
            if typos {
                options["treatAsError"] = json!("typos");
            }
            if raw {
                options["escapes"] = json!("raw");
            }
            options
        },
    )
}

/// The text of a value with the keys of every object in another order, and blanks in between or none.
pub fn shuffled(value: &Value, blank: &str, seed: &mut u64) -> String {
    let join = |written: Vec<String>| written.join(&format!(",{blank}"));
    match value {
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| format!("{}:{}", json!(key), shuffled(value, blank, seed));
            let mut written: Vec<String> = members.iter().map(member).collect();
            for at in (1..written.len()).rev() {
                written.swap(at, next(seed) % (at + 1));
            }
            format!("{{{}}}", join(written))
        }
        Value::Array(rows) => {
            let rows = rows.iter().map(|row| shuffled(row, blank, seed)).collect();
            format!("[{blank}{}]", join(rows))
        }
        scalar => scalar.to_string(),
    }
}

/// Knuth's generator (The Art of Computer Programming, volume 2, section 3.3.4), whose high bits are the good ones.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
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
