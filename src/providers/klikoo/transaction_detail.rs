//! Asks what became of a transaction.
//!
//! Source: Transaction Detail, <https://klikoo-doc.readme.io/reference/transaction-detail>. A purchase is bound to an
//! answer only when reference, product, destination and amount agree with the body that was sent.

use crate::input::Node;
use crate::messages::labels::Label;
use crate::operation::{self, Envelope, Operation, Provider};
use crate::printed_shape;
use crate::providers::klikoo::product_buy;
use crate::shape::{Field, Kind};
use crate::state::OperationKind;

printed_shape! {
    /// The input.
    pub SHAPE = [Field::typed("transaction_id", Kind::TransactionId, Label::TransactionId)]
}

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.transaction_detail",
    provider: Provider::Klikoo,
    kind: OperationKind::Lookup,
    method: "GET",
    path: "/v1/open-api/transactions/",
    shape: &SHAPE,
    reference: None,
    envelope: Envelope::Path,
    across: operation::no_rules,
    #[cfg(feature = "hook")]
    buyer_fields: product_buy::BUYER_FIELDS,
    lines: &[],
    #[cfg(feature = "hook")]
    receipt_fields: &[],
};

/// Whether a detail tells of the very purchase whose body was sent: the reference and whatever the body has of product,
/// destination and amount must be there and agree.
pub fn binds(sent: Node<'_>, detail: Node<'_>) -> bool {
    let reference = sent.text("partner_reference_id").or_else(|| sent.text("partner_reference_no"));
    let told = detail.text("partner_reference_id").or_else(|| detail.text("partner_reference_no"));
    let agrees = |key: &str| {
        sent.text(key)
            .is_none_or(|sent| detail.text(key).is_some_and(|told| sent == told || key == "amount" && same(sent, told)))
    };
    matches!((reference, told), (Some(ours), Some(theirs)) if ours.eq_ignore_ascii_case(theirs))
        && ["product_code", "value", "amount"].iter().all(|key| agrees(key))
}

/// Balances elsewhere are printed with two decimals, so `20500.00` is 20500.
fn same(sent: &str, told: &str) -> bool {
    told.split_once('.').is_some_and(|(rupiah, sen)| rupiah == sent && sen.bytes().all(|digit| digit == b'0'))
}
