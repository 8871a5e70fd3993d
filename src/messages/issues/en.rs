//! Issue sentences in English.

use crate::code::Code;

/// The sentence of a code, with its places.
pub const fn template(code: Code) -> &'static str {
    match code {
        Code::InputNotObject | Code::InputMalformed | Code::InputTooDeep | Code::InputCyclic => {
            "The form could not be read. Reload the page and fill it in again."
        }
        Code::InputDuplicateKey => "This field was sent twice. Reload the page and fill it in again.",
        Code::InputTooLarge => "There is too much data in the form. Shorten it and try again.",
        Code::InputUnreadable => "This field could not be read. Please fill it in again.",
        Code::FieldMissing => "{label}: please fill this in.",
        Code::FieldUnknown => "This field is not known.[ Did you mean {suggestion}?]",
        Code::FieldWrongType => "This does not fit here. Please fill it in again.",
        Code::FieldNotYours => "The seller sets this; it cannot be filled in here.",
        Code::TextTooLong => "This is too long.[ At most {max} characters.]",
        Code::TextTooShort => "This is too short.[ At least {min} characters.]",
        Code::TextControlCharacter => "There is a hidden character here. Clear the field and type it again.",
        Code::TextBidi => "There is a character here that reverses the text. Clear the field and type it again.",
        Code::TextMalformed => "There is a broken character here. Clear the field and type it again.",
        Code::TextNotAllowed => "There is a character here that cannot be used.[ Use: {allowed}]",
        Code::TextEscapeSensitive => {
            "Signs such as & are sometimes refused by the provider. Use a word instead if you can."
        }
        Code::MsisdnNotPhone => "This is not a telephone number. Write it like 0812 3456 7890.",
        Code::MsisdnTooShort => "Some digits are missing[; at least {min} are needed]. Please check the number.",
        Code::MsisdnTooLong => "There are too many digits[; at most {max} are possible]. Please check the number.",
        Code::MsisdnNotMobile => "This is not a mobile number. Use one that starts with 08.",
        Code::MsisdnWrongCountry => "The country code of this number does not match[ +{dial_code}]. Please check it.",
        Code::MsisdnUnknownPrefix => "We do not know this prefix. Please check the number.",
        Code::MsisdnOtherOperator => {
            "This number seems to belong to another operator[: {operator}, not {expected}]. Please check it."
        }
        Code::MsidnNotPhone => "This is usually a mobile number. Please check it.",
        Code::MsidnPhoneRequired => "BPJS needs the customer's mobile number. Write it like 0812 3456 7890.",
        Code::AmountNotDigits => "Write the amount in digits only, for example 20500.",
        Code::AmountAmbiguous => {
            "This amount can be read in two ways. Write it without dots and commas, for example 20500."
        }
        Code::AmountHasDecimals => "Write whole rupiah without sen, for example 20500.",
        Code::AmountTooLarge => "The amount is too large. Please check it.",
        Code::AmountZero => "The amount must be more than zero.",
        Code::AmountBelowCost => "This selling price is below the buying price. Please check it.",
        Code::DateMalformed => "Write the date like 31/12/2025.",
        Code::DateNotRealDay => "The calendar has no such date. Please check it.",
        Code::DateInPast => "This date has passed. Choose today or later.",
        Code::DateInFuture => "This date has not come yet. Choose today or earlier.",
        Code::DateTooOld => "This date is too long ago[, more than {max} years]. Please check the year.",
        Code::DateOutOfOrder => "The end date must not come before the start date.",
        Code::TimeMalformed => "Write the time like 09:30.",
        Code::TimeNotReal => "There is no such time. Use 00:00 to 23:59.",
        Code::EmailMalformed => "This e-mail address is not right yet. Write it like name@example.com.",
        Code::EmailTooLong => "This e-mail address is too long. Please check it.",
        Code::EmailNoDot => "The part after @ seems incomplete; perhaps .com or .id is missing.",
        Code::CountryUnknown => "We do not know this country. Write its two-letter code, for example id.",
        Code::DialCodeUnknown => "We do not know this country code. For Indonesia: 62.",
        Code::DialCodeOtherCountry => "This is not your country's code. Please check it.",
        Code::LocaleMalformed => "This language code is not right yet. Write it like id or en.",
        Code::IdCardNot16Digits => "An identity card number has 16 digits. Compare it with the card.",
        Code::IdCardLooksLikePassport => {
            "This looks like a passport number, not an identity card number. Please check it."
        }
        Code::IdCardNotNik => "This identity card number seems mistyped. Compare it with the card.",
        Code::NikNot16Digits => "A NIK has 16 digits. Compare it with the identity card.",
        Code::NikNotRealDay => "The date of birth inside this NIK does not exist. Compare it with the identity card.",
        Code::NikUnknownProvince => {
            "The first two digits of this NIK name no province. Compare it with the identity card."
        }
        Code::NikSerialZero => "The last four digits of a NIK cannot be 0000. Compare it with the identity card.",
        Code::NikBirthDiffers => "The date of birth differs from the one inside the NIK. Please check both.",
        Code::NikGenderDiffers => "The gender differs from the one inside the NIK. Please check both.",
        Code::PassportMalformed => "A passport number has 5 to 9 letters and digits. Compare it with the passport.",
        Code::PassportUnusual => {
            "An Indonesian passport number usually has one letter and seven digits. Please check it."
        }
        Code::MeterNot11Or12Digits => {
            "Enter [the {meter} digits of the meter number or ]the 12 digits of the PLN customer ID."
        }
        Code::MeterNotCustomerNumber => "A PLN bill is found by the 12-digit customer ID, not by the meter number.",
        Code::BpjsMalformed => "Enter the 13 digits of the BPJS card or the 16 digits of the virtual account.",
        Code::BpjsUnusual => "This number is unusual for BPJS. Compare it with the card or the bill.",
        Code::DriverUnusual => "A driver number usually has 4 to 20 digits. Please check it.",
        Code::ReferenceMalformed => "This reference cannot be used. Reload the page and try again.",
        Code::ReferenceNotUuidV4 => "A reference should be a version 4 UUID.",
        Code::NameMalformed => "Write the name in letters, as on the identity card.",
        Code::PercentageMalformed => "Write the percentage in digits, for example 1.4.",
        Code::ChoiceUnknown => "There is no such choice. Choose one of those on offer.",
        Code::NumberNotInteger => "Write a whole number, for example 2.",
        Code::NumberOutOfRange => "This number is out of range.[ Use {min} to {max}.]",
        Code::RowsTooMany => "There are too many here.[ At most {max}.]",
        Code::RowsTooFew => "There are too few here.[ At least {min}.]",
        Code::RowsDuplicate => "This repeats an earlier entry[, number {first}]. Change or remove one of them.",
        Code::PassengerDuplicate => {
            "Another passenger[, number {first},] already has this identity number. Please check both."
        }
        Code::CustomersNotQuantity => {
            "Visitors and tickets differ in number[: {customers} and {quantity}]. Please check both."
        }
        Code::PassengersNotEqual => {
            "The outbound and the return trip differ in passengers[: {departure} and {return}]. Please check both."
        }
        Code::TripSameBothWays => "The return trip is the same as the outbound trip. Please choose another trip.",
        Code::InquiryNotOffered => "This product cannot be looked up first, but it can still be bought.",
        Code::InquiryUnsure => "Perhaps this product cannot be looked up before it is bought.",
        Code::BookingKeyMissing => "This attraction asks for more[: {key}]. Please fill it in.",
        Code::DateNotOffered => "This attraction is not available on this date. Please choose another date.",
        Code::TripMismatch => "This is not the trip that was shown. Reload the page and fill it in again.",
        Code::TripInPast => "This trip has already left. Please choose another trip.",
        Code::TripReturnTooEarly => {
            "The return trip leaves before the outbound trip has arrived. Please choose another trip."
        }
        Code::SeatNotFree => "This seat is not free. Please choose another seat.",
        Code::SeatNotEnough => {
            "There are not enough seats[, only {available} left]. Please take fewer passengers or choose another trip."
        }
    }
}
