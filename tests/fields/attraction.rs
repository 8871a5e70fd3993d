//! Attraction tickets.

use crate::assert_told;
use crate::row::{AMOUNT, CODE, EMAIL, PRICE, REFERENCE, Row};

#[test]
fn an_attraction_asks_for_its_visit_its_visitors_and_its_buyer() {
    let off =
        |name, label, en| (name, ["text", "form", "required"], ["off", "text", "-", "-"], [label, "-"], [en, "-"]);
    let date = |name, label, en| {
        let help = ["Hari/bulan/tahun, misalnya 31/12/2025.", "Day/month/year, for example 31/12/2025."];
        (name, ["date", "form", "required"], ["off", "numeric", "8", "date"], [label, help[0]], [en, help[1]])
    };
    let buyer = |name, token, label, en| {
        let help = ["Seperti di kartu identitas.", "As on the identity card."];
        (name, ["name", "form", "required"], [token, "text", "-", "-"], [label, help[0]], [en, help[1]])
    };
    let rows: &[Row<'_>] = &[
        CODE,
        (
            "quantity",
            ["integer", "form", "required"],
            ["off", "numeric", "-", "-"],
            ["Jumlah tiket", "-"],
            ["Number of tickets", "-"],
        ),
        date("start_date", "Tanggal mulai", "Start date"),
        date("end_date", "Tanggal selesai", "End date"),
        // The keyboard has a colon: nothing puts one in while typing.
        (
            "event_time",
            ["time", "form", "required"],
            ["off", "text", "4", "-"],
            ["Jam kunjungan", "Misalnya 09:30."],
            ["Time of visit", "For example 09:30."],
        ),
        off("booking_field.*.key", "Nama data", "Name of the detail"),
        off("booking_field.*.value", "Isi data", "Detail"),
        off("customers.*.customer_booking_field.*.key", "Nama data", "Name of the detail"),
        off("customers.*.customer_booking_field.*.value", "Isi data", "Detail"),
        buyer("buyer_first_name", "given-name", "Nama depan", "First name"),
        buyer("buyer_last_name", "family-name", "Nama belakang", "Last name"),
        EMAIL,
        (
            "buyer_tel_country_code",
            ["dial_code", "form", "required"],
            ["tel-country-code", "tel", "3", "-"],
            ["Kode telepon negara", "Untuk Indonesia: 62."],
            ["Country calling code", "For Indonesia: 62."],
        ),
        (
            "buyer_tel_number",
            ["subscriber", "form", "required"],
            ["tel-national", "tel", "14", "-"],
            ["Nomor telepon", "Tanpa kode negara, misalnya 812 3456 7890."],
            ["Telephone number", "Without the country code, for example 812 3456 7890."],
        ),
        (
            "buyer_country",
            ["country", "form", "required"],
            ["country", "text", "-", "-"],
            ["Negara", "Kode dua huruf, misalnya id."],
            ["Country", "A two-letter code, for example id."],
        ),
        (
            "state",
            ["text", "form", "required"],
            ["address-level1", "text", "-", "-"],
            ["Provinsi atau wilayah", "-"],
            ["State or region", "-"],
        ),
        (
            "locale",
            ["locale", "form", "required"],
            ["language", "text", "-", "-"],
            ["Bahasa tiket", "Misalnya id atau en."],
            ["Ticket language", "For example id or en."],
        ),
        AMOUNT,
        PRICE,
        REFERENCE,
    ];
    assert_told("klikoo.attraction_buy", rows, "", false);
}
