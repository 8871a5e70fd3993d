//! What an operation is: a shape, rules across its fields, a body, an answer. One constant per operation.

use crate::canonical::{self, Escapes};
use crate::check::Check;
use crate::input::{Node, ROOT, Sheet};
use crate::providers::{klikoo, netzme};
use crate::receipt::Row;
use crate::request::PreparedRequest;
use crate::shape::Shape;
use crate::state::OperationKind;
use crate::texts::{append, owned};

/// Whose API it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Klikoo's B2B Open API.
    Klikoo,
    /// Netzme's PPOB API.
    Netzme,
}

impl Provider {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Provider::Klikoo => "klikoo",
            Provider::Netzme => "netzme",
        }
    }
}

/// What stands around the input's object in the body.
#[derive(Clone, Copy, Debug)]
pub enum Envelope {
    /// Nothing: the object is the body.
    Plain,
    /// Netzme's `{"type":…,"body":…}`.
    Typed(&'static str),
    /// No body at all: the input's first value is appended to the path.
    Path,
}

/// One operation of a provider.
#[derive(Debug)]
pub struct Operation {
    /// `provider.noun`.
    pub id: &'static str,
    /// Whose.
    pub provider: Provider,
    /// What it does to money and stock.
    pub kind: OperationKind,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, without what an [`Envelope::Path`] appends.
    pub path: &'static str,
    /// The input.
    pub shape: &'static Shape,
    /// The key of the partner's reference.
    pub reference: Option<&'static str>,
    /// What stands around the input.
    pub envelope: Envelope,
    /// The rules across fields.
    pub across: fn(&mut Check<'_, '_>),
    /// The keys of the answer's data that a buyer may see.
    #[cfg(feature = "hook")]
    pub buyer_fields: &'static [&'static str],
    /// The lines of its receipt.
    pub lines: &'static [Row],
    /// The keys of the body that the receipt keeps.
    #[cfg(feature = "hook")]
    pub receipt_fields: &'static [&'static str],
}

/// What a value and its key take in a body, more than most: growing costs more than what stays free.
const TYPICAL_VALUE: usize = 32;

/// Nothing stands across the fields.
pub fn no_rules(_: &mut Check<'_, '_>) {}

/// The operations of this build: those of the page, and two that only the hook needs.
const ALL: &[&Operation] = &[
    &klikoo::product_inquiry::OPERATION,
    &klikoo::product_buy::OPERATION,
    &klikoo::attraction_buy::OPERATION,
    &klikoo::transport_block_seat::OPERATION,
    &netzme::percentage_product::OPERATION,
    #[cfg(feature = "hook")]
    &klikoo::transaction_detail::OPERATION,
    #[cfg(feature = "hook")]
    &klikoo::transaction_history::OPERATION,
];

impl Operation {
    /// Every operation of this build.
    pub fn all() -> impl Iterator<Item = &'static Operation> {
        ALL.iter().copied()
    }

    /// The operation at that place of the table.
    pub fn at(place: usize) -> Option<&'static Operation> {
        ALL.get(place).copied()
    }

    /// The operation of that name.
    pub fn named(id: &str) -> Option<&'static Operation> {
        Operation::all().find(|operation| operation.id == id)
    }

    /// The request of a sheet that has passed its check.
    pub fn request(&'static self, sheet: &Sheet<'_>, escapes: Escapes) -> PreparedRequest {
        let mut path = owned(self.path);
        if let Envelope::Path = self.envelope {
            append(&mut path, sheet.text(ROOT).unwrap_or_default());
        }
        let reference = self.reference.and_then(|key| sheet.text(ROOT + self.shape.position(key)?));
        PreparedRequest { operation: self, path, body: self.body(sheet, escapes), reference: reference.map(owned) }
    }

    /// The exact body.
    pub fn body(&self, sheet: &Sheet<'_>, escapes: Escapes) -> String {
        let mut body = String::with_capacity(sheet.size() * TYPICAL_VALUE);
        match self.envelope {
            Envelope::Plain => canonical::push_record(&mut body, sheet, self.shape, ROOT, escapes),
            Envelope::Typed(kind) => {
                append(&mut body, "{\"type\":\"");
                append(&mut body, kind);
                append(&mut body, "\",\"body\":");
                canonical::push_record(&mut body, sheet, self.shape, ROOT, Escapes::Raw);
                append(&mut body, "}");
            }
            Envelope::Path => {}
        }
        body
    }

    /// The part of a sent body that the input filled.
    pub fn sent<'n>(&self, body: Node<'n>) -> Node<'n> {
        match self.envelope {
            Envelope::Typed(_) => body.get("body"),
            Envelope::Plain | Envelope::Path => body,
        }
    }
}
