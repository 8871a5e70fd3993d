//! What became of a purchase: the state, the reason, what the buyer does next.

use crate::names;

/// What an operation does to the merchant's money and stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// Asks; buys nothing.
    Query,
    /// Changes a setting of the merchant.
    Setting,
    /// Holds stock until a time.
    Hold,
    /// Pays what was held.
    Pay,
    /// Buys.
    Purchase,
    /// Asks what became of a purchase.
    Lookup,
}

/// The state of a purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Kept until the merchant's own payment arrives.
    Accepted,
    /// On its way; no answer yet.
    Sent,
    /// The provider works on it.
    Pending,
    /// Stock is held until a time.
    Held,
    /// Done.
    Success,
    /// Not done, for certain.
    Failed,
    /// It cannot be told; it is looked up and never sent again.
    Unknown,
    /// Given up before it was sent.
    Cancelled,
}

/// Why a purchase failed, as far as a buyer is concerned. The provider's own words never reach the buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The customer number is wrong.
    Destination,
    /// The product is not to be had.
    Product,
    /// The supplier is down.
    Supplier,
    /// The last instalment is paid at a branch.
    LastInstalment,
    /// The customer's account is blocked.
    Blocked,
    /// Anything else, the merchant's own affairs among it.
    Other,
}

/// What the buyer does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing.
    None,
    /// Pay the merchant.
    Pay,
    /// Wait; the page asks again by itself.
    Wait,
    /// Pay or confirm what is held, before it expires.
    Confirm,
    /// Mend the number typed.
    Fix,
    /// Try again, now or later.
    BuyAgain,
    /// Ask the merchant.
    Contact,
}

/// A line of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// What was bought.
    Product,
    /// For whom: number, meter, account.
    Destination,
    /// The customer's name as the provider knows it.
    CustomerName,
    /// The PLN tariff and power.
    Power,
    /// What the buyer pays.
    Price,
    /// How many.
    Quantity,
    /// The PLN token.
    Token,
    /// The provider's serial number.
    Serial,
    /// The booking code of the outbound trip.
    BookingDeparture,
    /// The booking code of the return trip.
    BookingReturn,
    /// The seats.
    Seats,
    /// Until when stock is held.
    HeldUntil,
    /// The margin in per cent.
    Percentage,
    /// When the provider changed or did it.
    Time,
    /// The provider's transaction number.
    Transaction,
    /// The merchant's reference.
    Reference,
}

names!(OperationKind { Query = "query", Setting = "setting", Hold = "hold", Pay = "pay", Purchase = "purchase", Lookup = "lookup" });
names!(State {
    Accepted = "accepted", Sent = "sent", Pending = "pending", Held = "held",
    Success = "success", Failed = "failed", Unknown = "unknown", Cancelled = "cancelled",
});
names!(Reason {
    Destination = "destination", Product = "product", Supplier = "supplier",
    LastInstalment = "last_instalment", Blocked = "blocked", Other = "other",
});
names!(Next {
    None = "none", Pay = "pay", Wait = "wait", Confirm = "confirm", Fix = "fix", BuyAgain = "buy_again", Contact = "contact",
});
names!(Line {
    Product = "product", Destination = "destination", CustomerName = "customer_name", Power = "power", Price = "price",
    Quantity = "quantity", Token = "token", Serial = "serial", BookingDeparture = "booking_departure",
    BookingReturn = "booking_return", Seats = "seats", HeldUntil = "held_until", Percentage = "percentage",
    Time = "time", Transaction = "transaction", Reference = "reference",
});
