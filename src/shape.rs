//! The table that describes an operation's input: one row per field, in the order a form asks for them.
//!
//! Types, labels, unknown keys, the form's fields and the body's order all come from these tables.

mod wire;

use crate::messages::labels::Label;
use crate::texts::append;

pub use wire::{AROUND_KEY, as_printed, by_key, keyed, openings, openings_length};

/// The largest whole number that every JSON reader holds exactly, 2^53 − 1.
pub const MAX_SAFE: u64 = (1 << 53) - 1;

/// Who fills a field in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The person at the form.
    Form,
    /// The checkout: the reference of the purchase.
    Checkout,
    /// The merchant's backend: prices, merchant ids.
    Merchant,
}

impl Owner {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Owner::Form => "form",
            Owner::Checkout => "checkout",
            Owner::Merchant => "merchant",
        }
    }
}

/// Whether a field may be absent, and what then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Absent or blank is an error.
    Required,
    /// Absent stays absent.
    Optional,
    /// Absent is written as `null`.
    Nullable,
    /// Absent takes the value of the field before it.
    Before,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text up to so many characters.
    Text(u8),
    /// A person's or firm's name.
    Name,
    /// The provider's product code.
    ProductCode,
    /// The partner's reference.
    Reference,
    /// The provider's transaction number; part of a path.
    TransactionId,
    /// The number to top up or pay; the product decides which kind.
    Destination,
    /// The customer's telephone number beside the destination.
    CustomerPhone,
    /// A telephone number to reach the buyer.
    Contact,
    /// A country calling code without plus.
    DialCode,
    /// A telephone number without its calling code.
    Subscriber,
    /// Whole rupiah, as text.
    Amount,
    /// A whole number from 1 up to that; 0 stands for [`MAX_SAFE`].
    Integer(u16),
    /// A decimal number, as written.
    Percentage,
    /// An e-mail address.
    Email,
    /// A country, two letters in lower case.
    Country,
    /// A language tag.
    Locale,
    /// A calendar day.
    Day(DayRule),
    /// A time of day.
    Time,
    /// `male`, `female`.
    Gender,
    /// A passenger's identity number.
    IdCard,
    /// An object.
    Record(&'static Shape),
    /// A list of objects, with the least and the most rows.
    Rows(&'static Shape, u8, u16),
}

impl Kind {
    /// The shape of the object or of each row.
    pub fn below(self) -> Option<&'static Shape> {
        match self {
            Kind::Record(shape) | Kind::Rows(shape, ..) => Some(shape),
            _ => None,
        }
    }
}

/// What a day must be beyond real.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRule {
    /// A day of birth.
    Birth,
    /// Today or later.
    Coming,
}

/// One field of an input.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The provider's key, as on the wire.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Who fills it in.
    pub owner: Owner,
    /// Whether it may be absent.
    pub need: Need,
    /// What a person calls it.
    pub label: Label,
}

impl Field {
    /// A required field typed by the person.
    pub const fn typed(key: &'static str, kind: Kind, label: Label) -> Field {
        Field { key, kind, owner: Owner::Form, need: Need::Required, label }
    }

    /// A required field that the merchant's backend sets.
    pub const fn merchant(key: &'static str, kind: Kind, label: Label) -> Field {
        Field { key, kind, owner: Owner::Merchant, need: Need::Required, label }
    }

    /// The reference.
    pub const fn reference(key: &'static str) -> Field {
        Field { key, kind: Kind::Reference, owner: Owner::Checkout, need: Need::Required, label: Label::Reference }
    }

    /// Whether the person at the form fills it in; an open denomination makes the amount such a field.
    pub fn is_asked_of_person(&self, open_amount: bool) -> bool {
        self.owner == Owner::Form || open_amount && self.key == "amount"
    }

    /// The same field with another need.
    pub const fn need(self, need: Need) -> Field {
        Field { need, ..self }
    }
}

/// The fields of one object and the order in which the body writes them.
#[derive(Debug)]
pub struct Shape {
    /// In the order a form asks for them.
    pub fields: &'static [Field],
    /// Indexes into `fields` in the order of the wire.
    pub wire: &'static [u8],
    /// What a body writes between two texts, `","key":"`, for every key in the order of the wire; all in one text.
    pub openings: &'static str,
}

impl Shape {
    /// The shape of a value that stands by itself.
    pub const NONE: Shape = Shape { fields: &[], wire: &[], openings: "" };

    /// Where a key stands.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }

    /// The same for a constant: a key that is not there does not compile.
    #[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
    pub const fn place(&self, key: &str) -> usize {
        let mut at = 0;
        while !wire::is_same(self.fields[at].key.as_bytes(), key.as_bytes()) {
            at += 1;
        }
        at
    }

    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

impl Shape {
    /// The keys as the page's walk needs them: `a;!b;c{d;e};f[g]`, where `!` marks what a form does not set, `{}` is an
    /// object and `[]` a list of objects.
    pub fn spell(&self) -> String {
        let mut text = String::new();
        self.spell_into(&mut text);
        text
    }

    fn spell_into(&self, text: &mut String) {
        for (at, field) in self.fields.iter().enumerate() {
            if at > 0 {
                append(text, ";");
            }
            if field.owner != Owner::Form {
                append(text, "!");
            }
            append(text, field.key);
            if let Some(inner) = field.kind.below() {
                let rows = matches!(field.kind, Kind::Rows(..));
                append(text, if rows { "[" } else { "{" });
                inner.spell_into(text);
                append(text, if rows { "]" } else { "}" });
            }
        }
    }
}
