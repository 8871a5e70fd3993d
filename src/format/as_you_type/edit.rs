//! What the browser did to a text, by the `inputType` of its event (W3C, Input Events Level 2,
//! <https://www.w3.org/TR/input-events-2/>).

/// The `inputType`. Each question looks at letters that no other type of a plain text has at their places.
#[derive(Clone, Copy)]
pub struct Edit<'a>(pub &'a [u8]);

impl Edit<'_> {
    /// `insertCompositionText`, `deleteCompositionText`, `insertFromComposition`, `deleteByComposition`.
    pub fn composes(self) -> bool {
        matches!(self.0, [_, _, _, _, _, _, _, _, b'm', ..] | [.., b'i', _, _, _, b'n'])
    }

    /// Any that begins with `delete`.
    pub fn deletes(self) -> bool {
        matches!(self.0, [b'd', ..])
    }

    /// Those of a character or a selection, not of words and lines.
    pub fn deletes_content(self) -> bool {
        matches!(self.0, [b'd', _, _, _, _, _, b'C', ..])
    }

    /// Any that ends in `Backward`.
    pub fn deletes_backward(self) -> bool {
        matches!(self.0, [.., b'k', _, _, _, _])
    }

    /// `insertText` and none; not `insertFromPaste` and its like, nor `insertReplacementText`.
    pub fn types(self) -> bool {
        matches!(self.0.get(6), None | Some(b'T'))
    }
}
