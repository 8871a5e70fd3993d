//! Asks who stands behind a meter, a wallet or a driver's account before buying.
//!
//! Source: Inquiry Prepaid, <https://klikoo-doc.readme.io/reference/inquiry-prepaid>: optional, and only for PLN, OVO,
//! GoPay, DANA and Maxim. The answer's `amount` and `total` are the merchant's own prices and stay in the hook.

use crate::check::Check;
use crate::code::Code;
use crate::input::ROOT;
use crate::operation::{Envelope, Operation, Provider};
use crate::providers::klikoo::product_buy;
use crate::receipt::{Row, Show};
use crate::state::{Line, OperationKind};

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.product_inquiry",
    provider: Provider::Klikoo,
    kind: OperationKind::Query,
    method: "POST",
    path: "/v1/open-api/products/inquiry",
    shape: &product_buy::SHAPE,
    reference: Some("partner_reference_id"),
    envelope: Envelope::Plain,
    across,
    #[cfg(feature = "hook")]
    buyer_fields: &["product_name", "product_code", "customer_number", "customer_name", "power_capacity"],
    lines: &[
        Row::text(Line::CustomerName, "customer_name"),
        Row::text(Line::Destination, "customer_number value"),
        Row::text(Line::Power, "power_capacity"),
        Row::text(Line::Product, "product_name"),
        Row::shown(Line::Price, Show::Amount, "selling_price"),
    ],
    #[cfg(feature = "hook")]
    receipt_fields: &["product_code", "value", "selling_price"],
};

const PRODUCT_CODE: usize = ROOT + product_buy::SHAPE.place("product_code");

fn across(check: &mut Check<'_, '_>) {
    let told = check.sheet.text(PRODUCT_CODE);
    match check.context.product_kind(told) {
        Some(kind) if kind.has_inquiry() => {}
        Some(_) => check.tell(PRODUCT_CODE, Code::InquiryNotOffered),
        None if told.is_some() => check.tell(PRODUCT_CODE, Code::InquiryUnsure),
        None => {}
    }
    (product_buy::OPERATION.across)(check);
}
