//! Flawless inputs to be spoiled.

use serde_json::json;

use crate::case::Case;

pub const REFERENCE: &str = "6d654219-d9b7-4e1a-8b51-99a5cafb11cb";

pub fn inquiry() -> Case {
    let input = json!({
        "product_code": "PLN20", "value": "01105691111", "msidn": "081234567890",
        "amount": "20500", "selling_price": "21000", "partner_reference_id": REFERENCE,
    });
    Case::of("klikoo.product_inquiry", input)
}

pub fn buy() -> Case {
    let input = json!({
        "product_code": "S10", "value": "081234567890", "msidn": "081234567890",
        "amount": "10100", "selling_price": "10500", "partner_reference_id": REFERENCE,
    });
    Case::of("klikoo.product_buy", input)
}

pub fn attraction() -> Case {
    let input = json!({
        "product_code": "ATTO-03", "quantity": 1, "start_date": "2024-07-26", "end_date": "2024-07-26", "event_time": "09:30",
        "booking_field": [{ "key": "guideLang", "value": "en" }],
        "customers": [{ "customer_booking_field": [
            { "key": "englishLastName", "value": "Test" },
            { "key": "birth", "value": "1996-08-16" },
            { "key": "passportNo", "value": "A1234567" },
        ] }],
        "buyer_first_name": "Oim", "buyer_last_name": "Test", "email": "buyer@example.com",
        "buyer_tel_country_code": "62", "buyer_tel_number": "812959293", "buyer_country": "id", "state": "id", "locale": "en",
        "amount": "15083", "selling_price": "16000", "partner_reference_id": REFERENCE,
    });
    Case::of("klikoo.attraction_buy", input)
}

pub fn seats() -> Case {
    let passenger = |seat: &str, name: &str, gender: &str, card: &str| json!({ "seat_name": seat, "name": name, "dob": "1996-12-09", "gender": gender, "id_card_number": card });
    let both = json!([
        passenger("8", "Pandu", "male", "3174100912960001"),
        passenger("9", "Siti", "female", "3174104912960002"),
    ]);
    let input = json!({
        "product_code": "BUS",
        "departure": { "trip_id": 188336, "passengers": both },
        "return": { "trip_id": 188337, "passengers": both },
        "order_detail": { "name": "Pandu", "email": "order@example.com", "phone_number": "082122274139" },
        "selling_price": "20000", "partner_reference_no": REFERENCE,
    });
    Case::of("klikoo.transport_block_seat", input)
}

pub fn percentage() -> Case {
    Case::of("netzme.percentage_product", json!({ "merchantId": "M_vz7jZK8F", "updatePercentage": "1.4" }))
}
