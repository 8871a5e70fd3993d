//! Bus seats, there and back.

use crate::assert_told;
use crate::row::{CODE, EMAIL, PRICE, REFERENCE, Row};

#[test]
fn seats_ask_for_every_passenger_of_both_ways() {
    let names = ["trip_id", "passengers.*.seat_name", "passengers.*.name", "passengers.*.dob", "passengers.*.gender"];
    let name = |way: &str, key: &str| format!("{way}.{key}");
    let ways: Vec<[String; 6]> = ["departure", "return"]
        .iter()
        .map(|way| {
            let [trip, seat, called, born, gender] = names.map(|key| name(way, key));
            [trip, seat, called, born, gender, name(way, "passengers.*.id_card_number")]
        })
        .collect();
    let identity = ["Seperti di kartu identitas.", "As on the identity card."];
    let mut rows: Vec<Row<'_>> = vec![CODE];
    for (way, [trip, seat, called, born, gender, card]) in ways.iter().enumerate() {
        // Who stays there has no trip back; a row that is there is a passenger, whatever the way.
        let need = if way == 0 { "required" } else { "optional" };
        let asked = |kind| [kind, "form", "required"];
        rows.extend([
            (
                trip.as_str(),
                ["integer", "form", need],
                ["off", "numeric", "-", "-"],
                ["Nomor perjalanan", "-"],
                ["Trip number", "-"],
            ),
            (seat, asked("text"), ["off", "text", "-", "-"], ["Nomor kursi", "-"], ["Seat", "-"]),
            (
                called,
                asked("name"),
                ["section-* name", "text", "-", "-"],
                ["Nama penumpang", identity[0]],
                ["Passenger's name", identity[1]],
            ),
            (
                born,
                asked("date"),
                ["section-* bday", "numeric", "8", "date"],
                ["Tanggal lahir", "Hari/bulan/tahun, misalnya 09/12/1996."],
                ["Date of birth", "Day/month/year, for example 09/12/1996."],
            ),
            (
                gender,
                asked("choice"),
                ["section-* sex", "text", "-", "-"],
                ["Jenis kelamin", identity[0]],
                ["Gender", identity[1]],
            ),
            // The keyboard has letters: a foreigner travels with a passport.
            (
                card,
                asked("id_card"),
                ["off", "text", "16", "nik"],
                ["Nomor KTP (NIK)", "16 angka di KTP, KIA, atau Kartu Keluarga."],
                ["Identity card number (NIK)", "16 digits on the KTP, the KIA or the family card."],
            ),
        ]);
    }
    let mut email = EMAIL;
    email.0 = "order_detail.email";
    let mut reference = REFERENCE;
    reference.0 = "partner_reference_no";
    rows.extend([
        (
            "order_detail.name",
            ["name", "form", "required"],
            ["name", "text", "-", "-"],
            ["Nama pemesan", identity[0]],
            ["Contact name", identity[1]],
        ),
        email,
        (
            "order_detail.phone_number",
            ["msisdn", "form", "required"],
            ["tel-national", "tel", "13", "msisdn"],
            ["Nomor HP pemesan", "Misalnya 0812 3456 7890."],
            ["Contact mobile number", "For example 0812 3456 7890."],
        ),
        PRICE,
        reference,
    ]);
    assert_told("klikoo.transport_block_seat", &rows, "", false);
}
