//! Buys a product: telephone credit, electricity, e-wallet, a bill.
//!
//! Source: Buy Product, <https://klikoo-doc.readme.io/reference/buy-product>. The answer may be WAITING; what became of
//! it is told later by Transaction Detail.

use crate::check::Check;
use crate::code::Code;
use crate::input::{ROOT, whole};
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::providers::klikoo::destination;
use crate::receipt::{Row, Show};
use crate::shape::{Field, Kind, Need};
use crate::sorted_shape;
use crate::state::{Line, OperationKind};

sorted_shape! {
    /// The input of a purchase and of the inquiry before it.
    pub SHAPE = [
        Field::typed("product_code", Kind::ProductCode, Label::ProductCode),
        Field::typed("value", Kind::Destination, Label::Destination),
        Field::typed("msidn", Kind::CustomerPhone, Label::CustomerPhone).need(Need::Before),
        Field::merchant("amount", Kind::Amount, Label::Amount),
        Field::merchant("selling_price", Kind::Amount, Label::SellingPrice),
        Field::reference("partner_reference_id"),
    ]
}

/// What a buyer may see of a purchase, asked for at once or looked up.
#[cfg(feature = "hook")]
pub const BUYER_FIELDS: &[&str] =
    &["transaction_id", "status", "sn", "product_name", "product_code", "customer_name", "transaction_time"];

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.product_buy",
    provider: Provider::Klikoo,
    kind: OperationKind::Purchase,
    method: "POST",
    path: "/v1/open-api/products/buy",
    shape: &SHAPE,
    reference: Some("partner_reference_id"),
    envelope: Envelope::Plain,
    across,
    #[cfg(feature = "hook")]
    buyer_fields: BUYER_FIELDS,
    lines: &[
        Row::text(Line::Product, "product_name product_code"),
        Row::text(Line::Destination, "value"),
        Row::text(Line::CustomerName, "customer_name"),
        Row::shown(Line::Serial, Show::Serial, "sn"),
        Row::shown(Line::Price, Show::Amount, "selling_price"),
        Row::shown(Line::Time, Show::Moment, "transaction_time"),
        Row::text(Line::Transaction, "transaction_id"),
        Row::text(Line::Reference, "reference"),
    ],
    #[cfg(feature = "hook")]
    receipt_fields: &["product_code", "value", "selling_price"],
};

const AMOUNT: usize = ROOT + SHAPE.place("amount");
const PRICE: usize = ROOT + SHAPE.place("selling_price");

fn across(check: &mut Check<'_, '_>) {
    destination::across(check);
    price_above_cost(check, AMOUNT, PRICE);
}

/// The page says that the selling price may equal the amount; below it the merchant loses money.
pub fn price_above_cost(check: &mut Check<'_, '_>, amount: usize, selling_price: usize) {
    // A price that was refused or left out counts as 0.
    let number = |place| whole(check.text(place)).unwrap_or_default();
    if (1..number(amount)).contains(&number(selling_price)) {
        check.tell(selling_price, Code::AmountBelowCost);
    }
}
