//! What people call the fields, and the short hint under them.

pub(super) mod en;
pub(super) mod id;

use crate::format::Language;

use super::texts::{Subject, text};

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The name of a field, whatever the operation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Label { $($(#[$doc])* $name),* }

        impl Label {
            /// Every label.
            pub const ALL: &'static [Label] = &[$(Label::$name),*];
        }
    };
}

labels! {
    /// The provider's product code.
    ProductCode,
    /// The number to top up or pay, where the product does not tell which kind.
    Destination,
    /// A mobile number to top up.
    MobileNumber,
    /// The mobile number of a wallet.
    WalletNumber,
    /// A PLN meter or customer number.
    MeterNumber,
    /// A PLN customer number, by which a bill is found.
    CustomerNumber,
    /// A BPJS card or virtual account.
    BpjsNumber,
    /// A driver's number.
    DriverNumber,
    /// The customer's telephone number beside the destination.
    CustomerPhone,
    /// What the merchant pays, or what the buyer tops up.
    Amount,
    /// What the buyer pays.
    SellingPrice,
    /// The partner's reference.
    Reference,
    /// How many tickets.
    Quantity,
    /// The buyer's first name.
    BuyerFirstName,
    /// The buyer's last name.
    BuyerLastName,
    /// The calling code of the buyer's country.
    BuyerDialCode,
    /// The buyer's telephone number.
    BuyerPhone,
    /// An e-mail address.
    Email,
    /// The language of the ticket.
    Locale,
    /// The buyer's country.
    BuyerCountry,
    /// The buyer's state or region.
    State,
    /// What the attraction asks of a booking.
    BookingFields,
    /// The key of one such detail.
    BookingKey,
    /// The value of one such detail.
    BookingValue,
    /// The time of the visit.
    EventTime,
    /// The first day of the visit.
    StartDate,
    /// The last day of the visit.
    EndDate,
    /// The visitors.
    Customers,
    /// What the attraction asks of one visitor.
    CustomerFields,
    /// Who orders.
    OrderDetail,
    /// The name of who orders.
    OrderName,
    /// The telephone number of who orders.
    OrderPhone,
    /// The outbound trip.
    Departure,
    /// The return trip.
    Return,
    /// The provider's number of a trip.
    Trip,
    /// The passengers.
    Passengers,
    /// A passenger's seat.
    SeatName,
    /// A passenger's name.
    PassengerName,
    /// A date of birth.
    BirthDate,
    /// A gender, as on the identity card.
    Gender,
    /// A man or a boy.
    Male,
    /// A woman or a girl.
    Female,
    /// An identity card number.
    IdCard,
    /// The provider's id of the merchant.
    Merchant,
    /// The merchant's margin.
    Percentage,
    /// The provider's number of a transaction.
    TransactionId,
}

impl Label {
    /// What a person calls the field.
    pub fn label(self, language: Language) -> &'static str {
        text(Subject::Label, self as usize, language)
    }

    /// The hint under the field, empty where none is needed.
    pub fn help(self, language: Language) -> &'static str {
        text(Subject::Help, self as usize, language)
    }
}
