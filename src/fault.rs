//! Misuse by a programmer, as against wrong input by a buyer.

/// What was misused; thrown as `KasirError` with this code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such operation in this build.
    UnknownOperation,
    /// No such kind of value.
    UnknownKind,
    /// Options that cannot be read.
    BadOptions,
    /// Neither an issue's code nor a problem's.
    UnknownCode,
    /// The system gives no random bytes.
    NoRandomness,
}

impl Fault {
    /// Every fault; the page knows each by its place here.
    pub const ALL: &'static [Fault] =
        &[Fault::UnknownOperation, Fault::UnknownKind, Fault::BadOptions, Fault::UnknownCode, Fault::NoRandomness];

    /// The code of the error thrown.
    pub fn as_str(self) -> &'static str {
        match self {
            Fault::UnknownOperation => "ERR_UNKNOWN_OPERATION",
            Fault::UnknownKind => "ERR_UNKNOWN_KIND",
            Fault::BadOptions => "ERR_BAD_OPTIONS",
            Fault::UnknownCode => "ERR_UNKNOWN_CODE",
            Fault::NoRandomness => "ERR_NO_RANDOMNESS",
        }
    }
}
