//! Labels and hints in English.

use super::Label;

/// What a person calls the field.
pub const fn label(label: Label) -> &'static str {
    match label {
        Label::ProductCode => "Product code",
        Label::Destination => "Destination number",
        Label::MobileNumber => "Mobile number",
        Label::WalletNumber => "E-wallet mobile number",
        Label::MeterNumber => "PLN meter number or customer ID",
        Label::CustomerNumber => "PLN customer ID",
        Label::BpjsNumber => "BPJS Kesehatan number",
        Label::DriverNumber => "Driver number",
        Label::CustomerPhone => "Customer's mobile number",
        Label::Amount => "Amount",
        Label::SellingPrice => "Selling price",
        Label::Reference => "Reference",
        Label::Quantity => "Number of tickets",
        Label::BuyerFirstName => "First name",
        Label::BuyerLastName => "Last name",
        Label::BuyerDialCode => "Country calling code",
        Label::BuyerPhone => "Telephone number",
        Label::Email => "E-mail address",
        Label::Locale => "Ticket language",
        Label::BuyerCountry => "Country",
        Label::State => "State or region",
        Label::BookingFields => "Booking details",
        Label::BookingKey => "Name of the detail",
        Label::BookingValue => "Detail",
        Label::EventTime => "Time of visit",
        Label::StartDate => "Start date",
        Label::EndDate => "End date",
        Label::Customers => "Visitor details",
        Label::CustomerFields => "Visitor's detail",
        Label::OrderDetail => "Contact person",
        Label::OrderName => "Contact name",
        Label::OrderPhone => "Contact mobile number",
        Label::Departure => "Outbound trip",
        Label::Return => "Return trip",
        Label::Trip => "Trip number",
        Label::Passengers => "Passenger details",
        Label::SeatName => "Seat",
        Label::PassengerName => "Passenger's name",
        Label::BirthDate => "Date of birth",
        Label::Gender => "Gender",
        Label::Male => "Male",
        Label::Female => "Female",
        Label::IdCard => "Identity card number (NIK)",
        Label::Merchant => "Merchant ID",
        Label::Percentage => "Margin percentage",
        Label::TransactionId => "Transaction number",
    }
}

/// The hint under the field.
pub const fn help(label: Label) -> &'static str {
    match label {
        Label::ProductCode
        | Label::Reference
        | Label::Quantity
        | Label::State
        | Label::BookingFields
        | Label::BookingKey
        | Label::BookingValue
        | Label::Customers
        | Label::CustomerFields
        | Label::OrderDetail
        | Label::Departure
        | Label::Return
        | Label::Trip
        | Label::Passengers
        | Label::SeatName
        | Label::Male
        | Label::Female
        | Label::Merchant
        | Label::TransactionId => "",
        Label::Destination => "A mobile, meter or customer number, as the product asks for.",
        Label::MobileNumber | Label::OrderPhone => "For example 0812 3456 7890.",
        Label::WalletNumber => "The mobile number registered with the e-wallet.",
        Label::MeterNumber => "11 digits of the meter or 12 digits of the customer ID.",
        Label::CustomerNumber => "12 digits, printed on the electricity bill.",
        Label::BpjsNumber => "13 digits on the card, or 16 digits of the virtual account.",
        Label::DriverNumber => "Shown in the driver app.",
        Label::CustomerPhone => "A mobile number that can be reached.",
        Label::Amount => "In whole rupiah, for example 20500.",
        Label::SellingPrice => "In whole rupiah, for example 21000.",
        Label::BuyerFirstName | Label::BuyerLastName | Label::OrderName | Label::PassengerName | Label::Gender => {
            "As on the identity card."
        }
        Label::BuyerDialCode => "For Indonesia: 62.",
        Label::BuyerPhone => "Without the country code, for example 812 3456 7890.",
        Label::Email => "For example name@example.com.",
        Label::Locale => "For example id or en.",
        Label::BuyerCountry => "A two-letter code, for example id.",
        Label::EventTime => "For example 09:30.",
        Label::StartDate | Label::EndDate => "Day/month/year, for example 31/12/2025.",
        Label::BirthDate => "Day/month/year, for example 09/12/1996.",
        Label::IdCard => "16 digits on the KTP, the KIA or the family card.",
        Label::Percentage => "For example 1.4.",
    }
}
