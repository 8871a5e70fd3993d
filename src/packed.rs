//! Texts of an enum's variants as one text, put together at compile time.
//!
//! A `match` from a variant to its text keeps a text from being forgotten, but leaves a table of addresses in the
//! module, which costs a page more than the texts of short names do. So the `match` runs at compile time only.

/// The texts of all variants, in their order, each with a NUL behind it.
#[derive(Clone, Copy, Debug)]
pub struct Packed(pub &'static str);

impl Packed {
    /// The text at that place.
    pub fn text(self, place: usize) -> &'static str {
        self.0.split('\0').nth(place).unwrap_or_default()
    }

    /// The place of a text.
    pub fn place(self, text: &str) -> Option<usize> {
        self.0.split('\0').position(|known| known == text).filter(|_| !text.is_empty())
    }
}

/// The texts that a `const fn` gives for every variant of a list.
#[macro_export]
macro_rules! packed {
    ($all:expr, $text:path) => {{
        // Constant evaluation: an index out of bounds would not compile.
        #[allow(clippy::indexing_slicing)]
        const LENGTH: usize = {
            let (mut length, mut at) = (0, 0);
            while at < $all.len() {
                length += $text($all[at]).len() + 1;
                at += 1;
            }
            length
        };
        #[allow(clippy::indexing_slicing)]
        const BYTES: [u8; LENGTH] = {
            let mut bytes = [0; LENGTH];
            let (mut end, mut at) = (0, 0);
            while at < $all.len() {
                let text = $text($all[at]).as_bytes();
                let mut letter = 0;
                while letter < text.len() {
                    bytes[end] = text[letter];
                    (end, letter) = (end + 1, letter + 1);
                }
                (end, at) = (end + 1, at + 1);
            }
            bytes
        };
        const TEXT: &str = match std::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => "",
        };
        $crate::packed::Packed(TEXT)
    }};
}
