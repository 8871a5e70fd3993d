//! Top-ups and their inquiry, by what the product makes of the destination.

use kasir::context::ProductKind;

use crate::assert_told;
use crate::row::{AMOUNT, CODE, MSIDN, PRICE, REFERENCE};

/// The destination by the product's kind.
type Destination = ([&'static str; 5], [&'static str; 2], [&'static str; 2]);

const UNKNOWN: Destination = (
    ["destination", "off", "tel", "-", "-"],
    ["Nomor tujuan", "Nomor HP, nomor meter, atau nomor pelanggan, sesuai produknya."],
    ["Destination number", "A mobile, meter or customer number, as the product asks for."],
);

const WALLET: Destination = (
    ["msisdn", "tel-national", "tel", "13", "msisdn"],
    ["Nomor HP dompet digital", "Nomor HP yang terdaftar di dompet digital."],
    ["E-wallet mobile number", "The mobile number registered with the e-wallet."],
);

const DESTINATIONS: &[(&str, Destination)] = &[
    ("", UNKNOWN),
    (
        "pulsa",
        (
            ["msisdn", "tel-national", "tel", "13", "msisdn"],
            ["Nomor HP", "Misalnya 0812 3456 7890."],
            ["Mobile number", "For example 0812 3456 7890."],
        ),
    ),
    ("ovo", WALLET),
    ("gopay", WALLET),
    ("dana", WALLET),
    ("wallet", WALLET),
    (
        "pln_prepaid",
        (
            ["meter", "off", "numeric", "12", "meter"],
            ["Nomor meter atau ID pelanggan PLN", "11 angka nomor meter atau 12 angka ID pelanggan."],
            ["PLN meter number or customer ID", "11 digits of the meter or 12 digits of the customer ID."],
        ),
    ),
    (
        "pln_postpaid",
        (
            ["meter", "off", "numeric", "12", "meter"],
            ["ID pelanggan PLN", "12 angka, tercetak di tagihan listrik."],
            ["PLN customer ID", "12 digits, printed on the electricity bill."],
        ),
    ),
    (
        "bpjs",
        (
            ["bpjs", "off", "numeric", "16", "-"],
            ["Nomor BPJS Kesehatan", "13 angka di kartu, atau 16 angka nomor virtual account."],
            ["BPJS Kesehatan number", "13 digits on the card, or 16 digits of the virtual account."],
        ),
    ),
    (
        "maxim",
        (
            ["driver", "off", "numeric", "20", "-"],
            ["Nomor pengemudi", "Lihat di aplikasi pengemudi."],
            ["Driver number", "Shown in the driver app."],
        ),
    ),
    ("other", UNKNOWN),
];

#[test]
fn a_top_up_asks_for_what_the_product_needs() {
    assert_eq!(DESTINATIONS.len(), ProductKind::ALL.len() + 1);
    for operation in ["klikoo.product_buy", "klikoo.product_inquiry"] {
        for (product, ([kind, hints @ ..], id, en)) in DESTINATIONS {
            let value = ("value", [*kind, "form", "required"], *hints, *id, *en);
            let mut msidn = MSIDN;
            // A BPJS number is nobody's telephone, so it cannot stand for the customer's.
            msidn.1[2] = if *product == "bpjs" { "required" } else { "optional" };
            assert_told(operation, &[CODE, value, msidn, AMOUNT, PRICE, REFERENCE], product, false);
            // An open denomination is the person's to choose.
            let mut amount = AMOUNT;
            amount.1[1] = "form";
            assert_told(operation, &[CODE, value, msidn, amount, PRICE, REFERENCE], product, true);
        }
    }
}
