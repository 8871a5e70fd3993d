//! What a form builder is told of every field, in both languages. The rows were written by hand: the tokens from the
//! HTML Living Standard (4.10.18.7 Autofill, 6.8.7 inputmode), the digits from the numbering plans that src/rules cites.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::api::{self, Source};
use kasir::context::ProductKind;
use kasir::desk::Kept;
use kasir::fields::fields;
use kasir::plain::Plain;
use serde_json::{Map, Value, json};

/// Name, then kind, owner and need, then autofill, keyboard, digits and format, then label and help in Indonesian, then
/// in English. A `-` is nothing.
type Row<'r> = (&'r str, [&'r str; 3], [&'r str; 4], [&'r str; 2], [&'r str; 2]);

const CODE: Row<'_> = (
    "product_code",
    ["product_code", "form", "required"],
    ["off", "text", "-", "-"],
    ["Kode produk", "-"],
    ["Product code", "-"],
);
const MSIDN: Row<'_> = (
    "msidn",
    ["msisdn", "form", "optional"],
    ["tel-national", "tel", "13", "msisdn"],
    ["Nomor HP pelanggan", "Nomor HP yang bisa dihubungi."],
    ["Customer's mobile number", "A mobile number that can be reached."],
);
const AMOUNT: Row<'_> = (
    "amount",
    ["rupiah", "merchant", "required"],
    ["transaction-amount", "numeric", "-", "rupiah"],
    ["Nominal", "Dalam rupiah bulat, misalnya 20500."],
    ["Amount", "In whole rupiah, for example 20500."],
);
const PRICE: Row<'_> = (
    "selling_price",
    ["rupiah", "merchant", "required"],
    ["off", "numeric", "-", "rupiah"],
    ["Harga jual", "Dalam rupiah bulat, misalnya 21000."],
    ["Selling price", "In whole rupiah, for example 21000."],
);
const REFERENCE: Row<'_> = (
    "partner_reference_id",
    ["reference", "checkout", "required"],
    ["off", "text", "-", "-"],
    ["Nomor referensi", "-"],
    ["Reference", "-"],
);
const EMAIL: Row<'_> = (
    "email",
    ["email", "form", "required"],
    ["email", "email", "-", "-"],
    ["Alamat e-mail", "Misalnya nama@example.com."],
    ["E-mail address", "For example name@example.com."],
);

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

/// What begins the names of the fields that an object or a list holds, and what it is called in Indonesian and English.
const LEGENDS: &[(&str, &str, &str)] = &[
    ("booking_field.", "Data pemesanan", "Booking details"),
    ("customers.", "Data pengunjung", "Visitor details"),
    ("customers.*.customer_booking_field.", "Rincian pengunjung", "Visitor's detail"),
    ("departure.", "Perjalanan pergi", "Way out"),
    ("departure.passengers.", "Data penumpang", "Passenger details"),
    ("return.", "Perjalanan pulang", "Way back"),
    ("return.passengers.", "Data penumpang", "Passenger details"),
    ("order_detail.", "Data pemesan", "Contact person"),
];

fn options(language: &str, product: &str, open: bool) -> String {
    let mut context = json!({ "product": { "open": open } });
    if !product.is_empty() {
        context["product"]["kind"] = product.into();
    }
    json!({ "language": language, "context": context }).to_string()
}

/// The row as the page sees it, in one language.
fn view(row: &Row<'_>, language: &str) -> Value {
    let (name, [kind, owner, need], [autocomplete, inputmode, digits, format], id, en) = row;
    let [label, help] = if language == "id" { id } else { en };
    let mut view = json!({
        "name": name, "path": name.split('.').collect::<Vec<_>>(), "label": label, "help": help.trim_matches('-'), "kind": kind,
        "owner": owner, "required": *need == "required", "autocomplete": autocomplete, "inputmode": inputmode,
    });
    if let Ok(digits) = digits.parse::<u64>() {
        view["maxDigits"] = digits.into();
    }
    if *format != "-" {
        view["format"] = (*format).into();
    }
    if *kind == "choice" {
        let labels = if language == "id" { ["Laki-laki", "Perempuan"] } else { ["Male", "Female"] };
        view["choices"] = json!([{ "value": "male", "label": labels[0] }, { "value": "female", "label": labels[1] }]);
    }
    if let Some((group, _)) = name.rsplit_once(".*") {
        view["group"] = group.into();
    }
    let legends: Vec<_> = LEGENDS.iter().filter(|(holder, ..)| name.starts_with(holder)).collect();
    if !legends.is_empty() {
        view["legends"] = legends.iter().map(|(_, id, en)| if language == "id" { *id } else { *en }).collect();
    }
    view
}

/// The fields of an operation as a page sees them.
fn told(operation: &str, options: &str) -> Vec<Value> {
    let options = support::options(options);
    let fields = fields(support::operation(operation), &options);
    serde_json::from_value(serde_json::to_value(Plain::List(&fields)).unwrap()).unwrap()
}

fn assert_told(operation: &str, rows: &[Row<'_>], product: &str, open: bool) {
    for language in ["id", "en"] {
        let told = told(operation, &options(language, product, open));
        assert_eq!(told.len(), rows.len(), "{operation}");
        for (told, row) in told.iter().zip(rows) {
            assert_eq!(*told, view(row, language), "{operation} {product} {language}");
        }
    }
}

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

#[test]
fn a_margin_asks_for_its_percentage() {
    let rows: &[Row<'_>] = &[
        (
            "merchantId",
            ["text", "merchant", "required"],
            ["off", "text", "-", "-"],
            ["Nomor merchant", "-"],
            ["Merchant number", "-"],
        ),
        (
            "updatePercentage",
            ["percentage", "form", "required"],
            ["off", "decimal", "-", "-"],
            ["Persentase margin", "Angka dengan titik, misalnya 1.4."],
            ["Margin percentage", "Digits with a point, for example 1.4."],
        ),
    ];
    assert_told("netzme.percentage_product", rows, "", false);
}

#[test]
fn an_issue_calls_a_destination_what_the_form_calls_it() {
    for (product, id, en) in [
        ("pulsa", "Nomor HP belum diisi.", "Mobile number: please fill this in."),
        ("dana", "Nomor HP dompet digital belum diisi.", "E-wallet mobile number: please fill this in."),
        (
            "pln_prepaid",
            "Nomor meter atau ID pelanggan PLN belum diisi.",
            "PLN meter number or customer ID: please fill this in.",
        ),
        ("maxim", "Nomor pengemudi belum diisi.", "Driver number: please fill this in."),
        ("", "Nomor tujuan belum diisi.", "Destination number: please fill this in."),
    ] {
        for (language, sentence) in [("id", id), ("en", en)] {
            let (text, kept) = (options(language, product, false), Kept::new());
            let options = support::options(&text);
            let source = Source::json(r#"{"product_code":"S10","value":""}"#, &kept);
            let views = api::validate(support::operation("klikoo.product_buy"), source, &options).unwrap();
            let told: Vec<_> =
                views.iter().map(|view| (view.code, view.path.name.as_str(), view.message.as_str())).collect();
            assert_eq!(told, [("field.missing", "value", sentence)], "{product}");
        }
    }
}

/// So many digits are taken, and one more is not.
#[test]
fn the_most_digits_are_what_the_rules_take() {
    let issues = |operation: &str, name: &str, product: &str, form: &Value| -> Vec<&str> {
        let text =
            json!({ "today": "2024-07-01", "treatAsError": "typos", "context": { "product": { "kind": product } } });
        let (text, form, kept) = (text.to_string(), form.to_string(), Kept::new());
        let options = support::options(&text);
        let views = api::validate(support::operation(operation), Source::json(&form, &kept), &options).unwrap();
        views.iter().filter(|view| view.path.name == name).map(|view| view.code).collect()
    };
    let at = |operation: &str, name: &str, product: &str, digits: &str| {
        let mut form = Map::new();
        form.insert(name.to_owned(), digits.into());
        form.entry("buyer_tel_country_code").or_insert("1".into());
        issues(operation, name, product, &form.into())
    };
    for (operation, name, product, longest, longer, code) in [
        ("klikoo.product_buy", "value", "pulsa", "0812345678901", "08123456789012", "msisdn.too_long"),
        ("klikoo.product_buy", "value", "dana", "0812345678901", "08123456789012", "msisdn.too_long"),
        ("klikoo.product_buy", "msidn", "bpjs", "0812345678901", "08123456789012", "msidn.phone_required"),
        ("klikoo.product_buy", "value", "pln_prepaid", "523300817840", "5233008178401", "meter.not_11_or_12_digits"),
        ("klikoo.product_buy", "value", "pln_postpaid", "523300817840", "5233008178401", "meter.not_11_or_12_digits"),
        ("klikoo.product_buy", "value", "bpjs", "8888801944358911", "88888019443589111", "bpjs.malformed"),
        ("klikoo.product_buy", "value", "maxim", "01105691111011056911", "011056911110110569111", "driver.unusual"),
        ("klikoo.attraction_buy", "buyer_tel_country_code", "", "886", "8861", "dial_code.unknown"),
        ("klikoo.attraction_buy", "buyer_tel_number", "", "20255501431234", "202555014312345", "msisdn.too_long"),
        ("klikoo.attraction_buy", "start_date", "", "31/12/2025", "131/12/2025", "date.malformed"),
        ("klikoo.attraction_buy", "event_time", "", "09:30", "09:300", "time.malformed"),
    ] {
        let options = options("id", product, false);
        let told = told(operation, &options).into_iter().find(|field| field["name"] == name).unwrap();
        let digits = longest.bytes().filter(u8::is_ascii_digit).count();
        assert_eq!(told["maxDigits"], digits, "{name} {product}");
        assert_eq!(at(operation, name, product, longest), Vec::<&str>::new(), "{name} {product}");
        assert_eq!(at(operation, name, product, longer), [code], "{name} {product}");
    }
}
