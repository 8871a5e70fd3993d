//! The order in which a body writes its keys, and the keys as the body writes them, worked out at compile time.

use crate::shape::Field;

/// The fields' indexes sorted by the bytes of their keys, worked out at compile time.
#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
pub const fn by_key<const N: usize>(fields: &[Field; N]) -> [u8; N] {
    let mut order = [0; N];
    let mut filled = 0;
    while filled < N {
        let mut place = filled;
        while place > 0 && precedes(fields[filled].key.as_bytes(), fields[order[place - 1] as usize].key.as_bytes()) {
            order[place] = order[place - 1];
            place -= 1;
        }
        order[place] = filled as u8;
        filled += 1;
    }
    order
}

#[allow(clippy::indexing_slicing)] // as above
const fn precedes(left: &[u8], right: &[u8]) -> bool {
    let mut at = 0;
    while at < left.len() && at < right.len() {
        if left[at] != right[at] {
            return left[at] < right[at];
        }
        at += 1;
    }
    left.len() < right.len()
}

/// Whether two keys are the same.
pub const fn is_same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && !precedes(left, right) && !precedes(right, left)
}

/// The fields' indexes as they stand.
#[allow(clippy::indexing_slicing)] // as above
pub const fn as_printed<const N: usize>(_: &[Field; N]) -> [u8; N] {
    let mut order = [0; N];
    let mut at = 0;
    while at < N {
        order[at] = at as u8;
        at += 1;
    }
    order
}

/// The bytes around a key: `","` before it, `":"` behind it.
pub const AROUND_KEY: usize = 6;

/// How long all openings are.
#[allow(clippy::indexing_slicing)] // as above
pub const fn openings_length<const N: usize>(fields: &[Field; N]) -> usize {
    let (mut length, mut at) = (0, 0);
    while at < N {
        length += fields[at].key.len() + AROUND_KEY;
        at += 1;
    }
    length
}

/// The openings in the order of the wire.
#[allow(clippy::indexing_slicing)] // as above
pub const fn openings<const N: usize, const LENGTH: usize>(fields: &[Field; N], wire: &[u8; N]) -> [u8; LENGTH] {
    let mut bytes = [b'"'; LENGTH];
    let (mut start, mut at) = (0, 0);
    while at < N {
        let key = fields[wire[at] as usize].key.as_bytes();
        let mut letter = 0;
        while letter < key.len() {
            bytes[start + 3 + letter] = key[letter];
            letter += 1;
        }
        bytes[start + 1] = b',';
        bytes[start + key.len() + 4] = b':';
        start += key.len() + AROUND_KEY;
        at += 1;
    }
    bytes
}

/// The fields with their keys as they stand in the openings, so that the module has each of them once.
#[allow(clippy::indexing_slicing)] // as above
pub const fn keyed<const N: usize>(mut fields: [Field; N], wire: &[u8; N], openings: &'static str) -> [Field; N] {
    let (mut start, mut at) = (0, 0);
    while at < N {
        let field = &mut fields[wire[at] as usize];
        let end = start + field.key.len() + AROUND_KEY;
        field.key = openings.split_at(end - 3).0.split_at(start + 3).1;
        start = end;
        at += 1;
    }
    fields
}

/// A shape whose body sorts its keys by byte.
#[macro_export]
macro_rules! sorted_shape {
    ($($shape:tt)*) => { $crate::shape! { $crate::shape::by_key; $($shape)* } };
}

/// A shape whose body writes its keys in the order of its fields.
#[macro_export]
macro_rules! printed_shape {
    ($($shape:tt)*) => { $crate::shape! { $crate::shape::as_printed; $($shape)* } };
}

/// A shape whose wire has that order.
#[macro_export]
macro_rules! shape {
    ($order:path; $(#[$doc:meta])* $visibility:vis $name:ident = [$($field:expr),* $(,)?]) => {
        $(#[$doc])*
        $visibility static $name: $crate::shape::Shape = {
            const FIELDS: [$crate::shape::Field; [$(stringify!($field)),*].len()] = [$($field),*];
            const WIRE: [u8; FIELDS.len()] = $order(&FIELDS);
            const OPENINGS: [u8; $crate::shape::openings_length(&FIELDS)] = $crate::shape::openings(&FIELDS, &WIRE);
            const OPENING: &str = match std::str::from_utf8(&OPENINGS) {
                Ok(openings) => openings,
                Err(_) => "",
            };
            const KEYED: [$crate::shape::Field; FIELDS.len()] = $crate::shape::keyed(FIELDS, &WIRE, OPENING);
            $crate::shape::Shape { fields: &KEYED, wire: &WIRE, openings: OPENING }
        };
    };
}
