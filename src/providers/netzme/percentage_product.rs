//! Sets the merchant's margin.
//!
//! Source: Product Percentage, <https://apidocs-ppob.netzme.id/api-reference/open-api/product-percentage>. Range,
//! rounding and whether 1.4 means per cent or a factor are not printed, so no range is enforced.

use crate::messages::labels::Label;
use crate::operation::{self, Envelope, Operation, Provider};
use crate::printed_shape;
use crate::receipt::{Row, Show};
use crate::shape::{Field, Kind};
use crate::state::{Line, OperationKind};

printed_shape! {
    /// The inside of the body, in the printed order.
    pub SHAPE = [
        Field::merchant("merchantId", Kind::Text(64), Label::Merchant),
        Field::typed("updatePercentage", Kind::Percentage, Label::Percentage),
    ]
}

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "netzme.percentage_product",
    provider: Provider::Netzme,
    kind: OperationKind::Setting,
    method: "POST",
    path: "/public/api/ppob/v1/percentage-product",
    shape: &SHAPE,
    reference: None,
    envelope: Envelope::Typed("UPDATE_PERCENTAGE"),
    across: operation::no_rules,
    #[cfg(feature = "hook")]
    buyer_fields: &["percentage_price_enduser", "updated_at"],
    lines: &[
        Row::text(Line::Percentage, "percentage_price_enduser updatePercentage"),
        Row::shown(Line::Time, Show::Moment, "updated_at"),
    ],
    #[cfg(feature = "hook")]
    receipt_fields: &["updatePercentage"],
};
