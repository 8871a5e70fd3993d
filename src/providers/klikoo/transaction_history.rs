//! Looks for a transaction by the partner's reference, where the answer to the purchase never arrived.
//!
//! Source: Transaction History, <https://klikoo-doc.readme.io/reference/transaction-history>. The page prints `q` as a
//! search text and not what it searches, and its items only in part. Whether a reference can be found this way is
//! therefore a setting of the hook; an item counts only when it carries our reference.

use crate::input::Node;
use crate::messages::labels::Label;
use crate::operation::{self, Envelope, Operation, Provider};
use crate::printed_shape;
use crate::shape::{Field, Kind};
use crate::state::OperationKind;

printed_shape! {
    /// The input.
    pub SHAPE = [Field::typed("q", Kind::TransactionId, Label::Reference)]
}

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.transaction_history",
    provider: Provider::Klikoo,
    kind: OperationKind::Lookup,
    method: "GET",
    path: "/v1/open-api/transactions?page=1&limit=50&q=",
    shape: &SHAPE,
    reference: None,
    envelope: Envelope::Path,
    across: operation::no_rules,
    #[cfg(feature = "hook")]
    buyer_fields: &[],
    lines: &[],
    #[cfg(feature = "hook")]
    receipt_fields: &[],
};

/// The item whose partner reference is ours.
pub fn item<'n>(items: Node<'n>, reference: &str) -> Option<Node<'n>> {
    let ours = |item: &Node<'_>| {
        let theirs = item.text("partner_reference_id").or_else(|| item.text("partner_reference_no"));
        theirs.is_some_and(|theirs| theirs.eq_ignore_ascii_case(reference))
    };
    items.children().find(ours)
}
