//! Receipts in English.

use crate::state::{Line, Next, Reason, State};

use super::{Affair, Told};

/// The name of a line.
pub const fn line_label(line: Line) -> &'static str {
    match line {
        Line::Product => "Product",
        Line::Destination => "Destination number",
        Line::CustomerName => "Customer name",
        Line::Power => "Tariff/power",
        Line::Price => "Price",
        Line::Quantity => "Quantity",
        Line::Token => "Electricity token",
        Line::Serial => "Serial number",
        Line::BookingDeparture => "Booking code, outbound",
        Line::BookingReturn => "Booking code, return",
        Line::Seats => "Seats",
        Line::HeldUntil => "Held until",
        Line::Percentage => "Margin percentage",
        Line::Time => "Time",
        Line::Transaction => "Transaction number",
        Line::Reference => "Reference",
    }
}

/// The outcome in one or two sentences.
pub const fn sentence(told: Told) -> &'static str {
    match told.affair {
        Affair::Buying => buying(told.state, told.reason),
        Affair::Holding => holding(told.state, told.reason),
        Affair::Asking => asking(told.state, told.reason),
        Affair::LookingUp => looking_up(told.state),
        Affair::Setting => setting(told.state),
    }
}

const fn buying(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted => "Your order is recorded and will be processed once we receive your payment.",
        State::Sent => {
            "Your order is on its way to the provider; no answer has come yet. There is no need to buy again."
        }
        State::Pending => "The provider is working on your order. There is no need to buy again.",
        State::Held => "The order is held for you. Pay before the time runs out.",
        State::Success => "Your purchase was successful. Thank you!",
        State::Failed => buying_failed(reason),
        State::Unknown => {
            "We cannot tell yet whether this purchase went through. Do not buy again; we are looking it up."
        }
        State::Cancelled => "The purchase was cancelled before it was sent. Nothing was bought.",
    }
}

const fn buying_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Destination => "The destination number is not known, so nothing was bought. Please check the number.",
        Reason::Product => "This product is not available now, so nothing was bought. Please choose another one.",
        Reason::Supplier => "The provider has an outage, so nothing was bought. Please try again later.",
        Reason::LastInstalment => "The last instalment can only be paid at a branch office. Nothing was bought here.",
        Reason::Blocked => {
            "This customer's account is inactive or blocked, so nothing was bought. Contact its customer service."
        }
        Reason::Other => "The purchase was not made and nothing was bought. Try again later or contact the seller.",
    }
}

const fn holding(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted => "Your seat order is recorded and will be processed once we receive your payment.",
        State::Sent => {
            "Your seat order is on its way to the provider; no answer has come yet. There is no need to order again."
        }
        State::Pending => "The provider is working on your seats. There is no need to order again.",
        State::Held => "The seats are held for you. Pay before the time runs out.",
        State::Success => "The seats are reserved for you.",
        State::Failed => holding_failed(reason),
        State::Unknown => "We cannot tell yet whether the seats are held. Do not order again; we are looking it up.",
        State::Cancelled => "The seat order was cancelled before it was sent. No seats are held.",
    }
}

const fn holding_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Product => "These seats or this trip are not available and nothing was bought. Please choose others.",
        Reason::Supplier => "The provider has an outage. No seats are held; please try again later.",
        Reason::Destination | Reason::LastInstalment | Reason::Blocked | Reason::Other => {
            "The seats could not be held and nothing was bought. Choose other seats or contact the seller."
        }
    }
}

const fn asking(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => {
            "The details are being checked. This check buys nothing."
        }
        State::Success => "The details were found. Compare them before you buy.",
        State::Failed => asking_failed(reason),
        State::Unknown => "The check got no answer. Nothing was bought; please try again.",
        State::Cancelled => "The check was cancelled. Nothing was bought.",
    }
}

const fn asking_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Destination => "This number was not found. Please check the number.",
        Reason::Product => "This product is not available now. Please choose another one.",
        Reason::Supplier => "The provider has an outage. Please try again later.",
        Reason::LastInstalment => "The last instalment can only be paid at a branch office.",
        Reason::Blocked => "This customer's account is inactive or blocked. Contact its customer service.",
        Reason::Other => "The check was not successful. Nothing was bought; please try again later.",
    }
}

const fn looking_up(state: State) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => "The transaction is being looked up.",
        State::Success => "The transaction was found.",
        State::Failed | State::Unknown => {
            "This look-up settled nothing yet. That does not mean that the purchase failed; do not buy again yet."
        }
        State::Cancelled => "The look-up was cancelled. That does not change the purchase.",
    }
}

const fn setting(state: State) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => "The provider is saving the change.",
        State::Success => "The setting was saved.",
        State::Failed => "The setting was not changed. Check what you entered or try again later.",
        State::Unknown => "We cannot tell whether the setting changed. Check it before you set it again.",
        State::Cancelled => "The change was cancelled before it was sent. The setting is as it was.",
    }
}

/// What the buyer does next.
pub const fn next(next: Next) -> &'static str {
    match next {
        Next::None => "There is nothing you need to do.",
        Next::Pay => "Complete your payment to the seller.",
        Next::Wait => "Wait a moment; the result will appear here.",
        Next::Confirm => "Pay or confirm before the time runs out.",
        Next::Fix => "Correct what you entered and send it again.",
        Next::BuyAgain => "You can try again, now or later.",
        Next::Contact => "Contact the seller and name the reference.",
    }
}
