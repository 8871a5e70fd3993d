//! Places of a JSON value by their pointers (RFC 6901).

use serde_json::Value;

/// The pointers of all values below the root.
pub fn all(value: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(values) => values.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let mut pointers = Vec::new();
    for (step, value) in below {
        pointers.push(format!("/{step}"));
        pointers.extend(all(value).into_iter().map(|deeper| format!("/{step}{deeper}")));
    }
    pointers
}

fn parent<'v>(root: &'v mut Value, pointer: &str) -> (&'v mut Value, String) {
    let (above, step) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    (root.pointer_mut(above).expect("a parent"), step.replace("~1", "/").replace("~0", "~"))
}

/// Puts a value at a place; a new key of an object, or the next row of a list, is made.
pub fn set(root: &mut Value, pointer: &str, value: Value) {
    match parent(root, pointer) {
        (Value::Object(members), key) => drop(members.insert(key, value)),
        (Value::Array(values), at) => match values.get_mut(at.parse::<usize>().expect("an index")) {
            Some(slot) => *slot = value,
            None => values.push(value),
        },
        _ => panic!("no place for {pointer}"),
    }
}

/// Takes a key or a row away.
pub fn remove(root: &mut Value, pointer: &str) {
    match parent(root, pointer) {
        (Value::Object(members), key) => drop(members.remove(&key)),
        (Value::Array(values), at) => drop(values.remove(at.parse::<usize>().expect("an index"))),
        _ => panic!("nothing at {pointer}"),
    }
}
