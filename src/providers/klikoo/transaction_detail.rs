//! Asks what became of a transaction.
//!
//! Source: Transaction Detail, <https://klikoo-doc.readme.io/reference/transaction-detail>. A purchase is bound to an
//! answer only when reference, product, destination and amount agree with the body that was sent.

use crate::check::Check;
use crate::input::{Node, Record};
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::outcome::OperationKind;
use crate::printed_shape;
use crate::receipt::Receipt;
use crate::shape::{Field, Kind};

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
    envelope: Envelope::Path(|record| record.text("transaction_id").unwrap_or_default().to_owned()),
    across: no_rules,
    buyer_fields: &[
        "transaction_id",
        "status",
        "sn",
        "product_name",
        "product_code",
        "customer_name",
        "transaction_time",
    ],
    lines: no_lines,
    receipt_fields: &[],
};

fn no_rules(_: &mut Record<'_>, _: &mut Check<'_>) {}

fn no_lines(_: &mut Receipt<'_>) {}

/// Whether a detail tells of the very purchase whose body was sent. What the detail leaves blank decides nothing, but
/// the reference must be there.
pub fn binds(sent: &Node<'_>, detail: &Node<'_>) -> bool {
    let reference = sent.text("partner_reference_id").or_else(|| sent.text("partner_reference_no"));
    let told = detail.text("partner_reference_id").or_else(|| detail.text("partner_reference_no"));
    let agrees = |key: &str| match (sent.text(key), detail.text(key).filter(|text| !text.is_empty())) {
        (Some(sent), Some(told)) => same(sent, told),
        _ => true,
    };
    matches!((reference, told), (Some(ours), Some(theirs)) if ours.eq_ignore_ascii_case(theirs))
        && ["product_code", "value", "amount"].iter().all(|key| agrees(key))
}

/// Balances elsewhere are printed with two decimals, so `20500.00` is 20500.
fn same(sent: &str, told: &str) -> bool {
    sent == told || told.strip_suffix(".00") == Some(sent)
}
