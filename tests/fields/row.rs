//! A field as one row of what is known of it, and the rows that several operations have.

use serde_json::{Value, json};

/// Name, then kind, owner and need, then autofill, keyboard, digits and format, then label and help in Indonesian, then
/// in English. A `-` is nothing.
pub type Row<'r> = (&'r str, [&'r str; 3], [&'r str; 4], [&'r str; 2], [&'r str; 2]);

pub const CODE: Row<'_> = (
    "product_code",
    ["product_code", "form", "required"],
    ["off", "text", "-", "-"],
    ["Kode produk", "-"],
    ["Product code", "-"],
);

pub const MSIDN: Row<'_> = (
    "msidn",
    ["msisdn", "form", "optional"],
    ["tel-national", "tel", "13", "msisdn"],
    ["Nomor HP pelanggan", "Nomor HP yang bisa dihubungi."],
    ["Customer's mobile number", "A mobile number that can be reached."],
);

pub const AMOUNT: Row<'_> = (
    "amount",
    ["rupiah", "merchant", "required"],
    ["transaction-amount", "numeric", "-", "rupiah"],
    ["Nominal", "Dalam rupiah bulat, misalnya 20500."],
    ["Amount", "In whole rupiah, for example 20500."],
);

pub const PRICE: Row<'_> = (
    "selling_price",
    ["rupiah", "merchant", "required"],
    ["off", "numeric", "-", "rupiah"],
    ["Harga jual", "Dalam rupiah bulat, misalnya 21000."],
    ["Selling price", "In whole rupiah, for example 21000."],
);

pub const REFERENCE: Row<'_> = (
    "partner_reference_id",
    ["reference", "checkout", "required"],
    ["off", "text", "-", "-"],
    ["Nomor referensi", "-"],
    ["Reference", "-"],
);

pub const EMAIL: Row<'_> = (
    "email",
    ["email", "form", "required"],
    ["email", "email", "-", "-"],
    ["Alamat e-mail", "Misalnya nama@example.com."],
    ["E-mail address", "For example name@example.com."],
);

/// What begins the names of the fields that an object or a list holds, and what it is called in Indonesian and English.
const LEGENDS: &[(&str, &str, &str)] = &[
    ("booking_field.", "Data pemesanan", "Booking details"),
    ("customers.", "Data pengunjung", "Visitor details"),
    ("customers.*.customer_booking_field.", "Rincian pengunjung", "Visitor's detail"),
    ("departure.", "Perjalanan pergi", "Outbound trip"),
    ("departure.passengers.", "Data penumpang", "Passenger details"),
    ("return.", "Perjalanan pulang", "Return trip"),
    ("return.passengers.", "Data penumpang", "Passenger details"),
    ("order_detail.", "Data pemesan", "Contact person"),
];

/// The row as the page sees it, in one language.
pub fn view(row: &Row<'_>, language: &str) -> Value {
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
