//! The codes of issues: frozen names of what can be wrong with an input.
//!
//! A code is the contract with the integrator, its sentence is not. A code is never renamed and never reused.

mod weight;

pub use weight::{Severity, Weight};

use crate::packed;
use crate::packed::Packed;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $weight:ident, [$($param:literal: $kind:literal),*];)*) => {
        /// A code of an issue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The frozen name, `area.problem`.
            pub fn as_str(self) -> &'static str {
                NAMES.text(self as usize)
            }

            /// The code of that name.
            pub fn named(text: &str) -> Option<Code> {
                Code::at(NAMES.place(text)?)
            }

            /// The code at that place.
            pub fn at(place: usize) -> Option<Code> {
                // The compiler makes a plain conversion of this; looking into ALL would keep a table in the module.
                $(if place == Code::$name as usize {
                    return Some(Code::$name);
                })*
                None
            }

            const fn name(self) -> &'static str {
                match self { $(Code::$name => $text),* }
            }

            /// What the code weighs.
            pub const fn weight(self) -> Weight {
                match self { $(Code::$name => Weight::$weight),* }
            }

            /// The names of the code's params, each with a blank behind it.
            pub fn param_names(self) -> &'static str {
                PARAM_NAMES.text(self as usize)
            }

            const fn names_of_params(self) -> &'static str {
                match self { $(Code::$name => concat!($($param, " "),*)),* }
            }

            /// Names and TypeScript types of the code's params.
            pub fn params(self) -> &'static [(&'static str, &'static str)] {
                match self { $(Code::$name => &[$(($param, $kind)),*]),* }
            }
        }
    };
}

codes! {
    /// The input is no object.
    InputNotObject = "input.not_object", Error, [];
    /// The JSON text cannot be read.
    InputMalformed = "input.malformed", Error, ["at": "number"];
    /// A key stands twice in one object.
    InputDuplicateKey = "input.duplicate_key", Error, [];
    /// More than 256 KiB.
    InputTooLarge = "input.too_large", Error, ["max": "number"];
    /// More than eight levels.
    InputTooDeep = "input.too_deep", Error, ["max": "number"];
    /// A value that holds itself.
    InputCyclic = "input.cyclic", Error, [];
    /// A property that throws when it is read.
    InputUnreadable = "input.unreadable", Error, [];
    /// A required field is absent or blank.
    FieldMissing = "field.missing", Error, [];
    /// A key that the operation does not have, or that the attraction does not ask for.
    FieldUnknown = "field.unknown", Error, ["suggestion": "string"];
    /// A value of the wrong JSON type.
    FieldWrongType = "field.wrong_type", Error, ["expected": "string"];
    /// A field that the browser must not set.
    FieldNotYours = "field.not_yours", Error, [];
    /// More characters than the field takes.
    TextTooLong = "text.too_long", Error, ["max": "number"];
    /// Fewer characters than the field takes.
    TextTooShort = "text.too_short", Error, ["min": "number"];
    /// A control character, a byte order mark.
    TextControlCharacter = "text.control_character", Error, [];
    /// A character that turns the direction of writing.
    TextBidi = "text.bidi_control", Typo, [];
    /// A lone surrogate.
    TextMalformed = "text.malformed", Error, [];
    /// A character outside the field's alphabet.
    TextNotAllowed = "text.not_allowed", Error, ["allowed": "string"];
    /// A character that one possible reading of the provider's signature rule would write differently.
    TextEscapeSensitive = "text.escape_sensitive", Advice, [];
    /// Not a telephone number.
    MsisdnNotPhone = "msisdn.not_phone", Error, [];
    /// Too few digits for a telephone number.
    MsisdnTooShort = "msisdn.too_short", Error, ["min": "number"];
    /// Too many digits for a telephone number.
    MsisdnTooLong = "msisdn.too_long", Error, ["max": "number"];
    /// An Indonesian number, but not a mobile one.
    MsisdnNotMobile = "msisdn.not_mobile", Error, [];
    /// Another country's dial code than the one that is asked for.
    MsisdnWrongCountry = "msisdn.wrong_country", Error, ["dial_code": "number"];
    /// A mobile prefix that no operator is known to use.
    MsisdnUnknownPrefix = "msisdn.unknown_prefix", Advice, [];
    /// The prefix belongs to another operator than the product.
    MsisdnOtherOperator = "msisdn.other_operator", Advice, ["operator": "string", "expected": "string"];
    /// `msidn` is no telephone number where it usually is one.
    MsidnNotPhone = "msidn.not_phone", Typo, [];
    /// BPJS needs the customer's telephone number in `msidn`.
    MsidnPhoneRequired = "msidn.phone_required", Error, [];
    /// An amount with something else than digits.
    AmountNotDigits = "amount.not_digits", Error, [];
    /// An amount that can be read in two ways, `20,500`.
    AmountAmbiguous = "amount.ambiguous", Error, [];
    /// An amount with sen.
    AmountHasDecimals = "amount.has_decimals", Error, [];
    /// An amount beyond what numbers hold exactly.
    AmountTooLarge = "amount.too_large", Error, ["max": "number"];
    /// An amount of nothing.
    AmountZero = "amount.zero", Error, [];
    /// A price below what the merchant pays.
    AmountBelowCost = "amount.below_cost", Advice, [];
    /// Not a date.
    DateMalformed = "date.malformed", Error, [];
    /// A date that no calendar has.
    DateNotRealDay = "date.not_real_day", Error, [];
    /// A day gone by.
    DateInPast = "date.in_past", Error, [];
    /// A day still to come.
    DateInFuture = "date.in_future", Error, [];
    /// More than 120 years ago.
    DateTooOld = "date.too_old", Error, ["max": "number"];
    /// An end before its start.
    DateOutOfOrder = "date.out_of_order", Error, ["start": "string"];
    /// Not a time of day.
    TimeMalformed = "time.malformed", Error, [];
    /// A time that no clock shows.
    TimeNotReal = "time.not_real", Error, [];
    /// Not an e-mail address.
    EmailMalformed = "email.malformed", Error, [];
    /// Longer than mail carries.
    EmailTooLong = "email.too_long", Error, ["max": "number"];
    /// A domain without a dot.
    EmailNoDot = "email.no_dot", Typo, [];
    /// No such country.
    CountryUnknown = "country.unknown", Error, [];
    /// No such country calling code.
    DialCodeUnknown = "dial_code.unknown", Error, [];
    /// The calling code belongs to another country.
    DialCodeOtherCountry = "dial_code.other_country", Advice, [];
    /// Not a language tag.
    LocaleMalformed = "locale.malformed", Error, [];
    /// An identity number without 16 digits.
    IdCardNot16Digits = "id_card.not_16_digits", Typo, [];
    /// An identity number that looks like a passport's.
    IdCardLooksLikePassport = "id_card.looks_like_passport", Advice, [];
    /// An identity number that cannot be a NIK.
    IdCardNotNik = "id_card.not_nik", Typo, [];
    /// A NIK without 16 digits.
    NikNot16Digits = "nik.not_16_digits", Error, [];
    /// A NIK with an impossible date.
    NikNotRealDay = "nik.not_real_day", Error, [];
    /// A NIK of no province.
    NikUnknownProvince = "nik.unknown_province", Error, [];
    /// A NIK with the serial 0000.
    NikSerialZero = "nik.serial_zero", Error, [];
    /// The NIK tells another date of birth.
    NikBirthDiffers = "nik.birth_differs", Advice, [];
    /// The NIK tells another gender.
    NikGenderDiffers = "nik.gender_differs", Advice, [];
    /// Not the shape of a passport number.
    PassportMalformed = "passport.malformed", Typo, [];
    /// Not the shape of an Indonesian passport number.
    PassportUnusual = "passport.unusual_for_indonesia", Advice, [];
    /// Neither a meter number nor a PLN customer number.
    MeterNot11Or12Digits = "meter.not_11_or_12_digits", Error, ["meter": "number"];
    /// A postpaid bill is found by the 12-digit customer number.
    MeterNotCustomerNumber = "meter.not_customer_number", Advice, [];
    /// Neither a BPJS card nor a virtual account.
    BpjsMalformed = "bpjs.malformed", Error, [];
    /// A BPJS number whose form the biller may not take.
    BpjsUnusual = "bpjs.unusual", Advice, [];
    /// A driver number of unusual shape.
    DriverUnusual = "driver.unusual", Advice, [];
    /// Empty, too long or oddly spelled.
    ReferenceMalformed = "reference.malformed", Error, [];
    /// The provider advises a version 4 UUID.
    ReferenceNotUuidV4 = "reference.not_uuid_v4", Typo, [];
    /// A name without a letter.
    NameMalformed = "name.malformed", Error, [];
    /// Not a decimal number.
    PercentageMalformed = "percentage.malformed", Error, [];
    /// None of the values that the field takes, or of the options that the attraction lists.
    ChoiceUnknown = "choice.unknown", Error, ["allowed": "string[]"];
    /// Not a whole number.
    NumberNotInteger = "number.not_integer", Error, [];
    /// A number outside the field's range.
    NumberOutOfRange = "number.out_of_range", Error, ["min": "number", "max": "number"];
    /// More rows than the list takes.
    RowsTooMany = "rows.too_many", Error, ["max": "number"];
    /// Fewer rows than the list takes.
    RowsTooFew = "rows.too_few", Error, ["min": "number"];
    /// A row that repeats an earlier one.
    RowsDuplicate = "rows.duplicate", Error, ["first": "number"];
    /// Two passengers with one identity number.
    PassengerDuplicate = "passenger.duplicate", Typo, ["first": "number"];
    /// Not as many customers as tickets.
    CustomersNotQuantity = "customers.not_quantity", Typo, ["quantity": "number", "customers": "number"];
    /// The return trip has another number of passengers.
    PassengersNotEqual = "passengers.not_equal", Advice, ["departure": "number", "return": "number"];
    /// The return trip is the outbound trip once more.
    TripSameBothWays = "trip.same_both_ways", Typo, [];
    /// The provider offers no inquiry for this product.
    InquiryNotOffered = "inquiry.not_offered", Error, [];
    /// Whether the provider offers an inquiry for this product is not known.
    InquiryUnsure = "inquiry.unsure", Advice, [];
    /// A key that the attraction asks for stands in no row of the list.
    BookingKeyMissing = "booking.key_missing", Error, ["key": "string"];
    /// A day on which the attraction is not offered.
    DateNotOffered = "date.not_offered", Error, [];
    /// Another trip than the one that the page knows.
    TripMismatch = "trip.mismatch", Error, [];
    /// A trip of a day gone by.
    TripInPast = "trip.in_past", Error, [];
    /// The return trip leaves before the outbound trip has arrived.
    TripReturnTooEarly = "trip.return_too_early", Typo, [];
    /// None of the trip's free seats.
    SeatNotFree = "seat.not_free", Error, [];
    /// Fewer free seats than passengers.
    SeatNotEnough = "seat.not_enough", Error, ["available": "number"];
}

const NAMES: Packed = packed!(Code::ALL, Code::name);
const PARAM_NAMES: Packed = packed!(Code::ALL, Code::names_of_params);
