//! Texts of an enum's variants as one text, put together at compile time.
//!
//! A `match` from a variant to its text keeps a text from being forgotten, but leaves a table of addresses in the
//! module, which costs a page more than the texts of short names do. So the `match` runs at compile time only.

/// The texts of all variants, in their order, each with a NUL behind it.
#[derive(Clone, Copy, Debug)]
pub struct Packed(pub &'static str);

impl Packed {
    /// All texts.
    pub fn texts(self) -> Pieces<'static> {
        pieces(self.0, 0)
    }

    /// The text at that place.
    #[inline(never)]
    pub fn text(self, place: usize) -> &'static str {
        self.texts().nth(place).unwrap_or_default()
    }

    /// The place of a text.
    #[inline(never)]
    pub fn place(self, text: &str) -> Option<usize> {
        self.texts().position(|known| known == text).filter(|_| !text.is_empty())
    }
}

/// The pieces of a text between marks. Written out, since for all that the compiler knows the standard library's splitting
/// can panic, and the formatting of panics would come with it.
pub fn pieces(text: &str, mark: u8) -> Pieces<'_> {
    Pieces { rest: Some(text), mark }
}

/// See [`pieces`].
pub struct Pieces<'t> {
    rest: Option<&'t str>,
    mark: u8,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        let end = rest.bytes().position(|byte| byte == self.mark).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at_checked(end)?;
        self.rest = behind.get(1..);
        Some(piece)
    }
}

/// The texts that a `const fn` gives for every variant of a list, or those of a list of texts.
#[macro_export]
macro_rules! packed {
    ($texts:expr) => {{
        const fn itself(text: &str) -> &str {
            text
        }
        $crate::packed!($texts, itself)
    }};
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

/// The names of an enum's variants, both ways.
#[macro_export]
macro_rules! names {
    ($kind:ident { $($name:ident = $text:literal),* $(,)? }) => {
        impl $kind {
            /// Every one.
            pub const ALL: &'static [$kind] = &[$($kind::$name),*];

            const NAMES: $crate::packed::Packed = $crate::packed!($kind::ALL, $kind::name);

            const fn name(self) -> &'static str {
                match self { $($kind::$name => $text),* }
            }

            /// The name in JSON.
            pub fn as_str(self) -> &'static str {
                $kind::NAMES.text(self as usize)
            }

            /// The one of that name.
            pub fn named(text: &str) -> Option<$kind> {
                let place = $kind::NAMES.place(text)?;
                // The compiler makes a plain conversion of this; looking into ALL would keep a table in the module.
                $(if place == $kind::$name as usize {
                    return Some($kind::$name);
                })*
                None
            }
        }
    };
}
