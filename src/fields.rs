//! What a form needs to know of each field.

use crate::context::ProductKind;
use crate::messages::labels::Label;
use crate::operation::Operation;
use crate::options::Options;
use crate::params::GENDERS;
use crate::path::{Path, Step};
use crate::plain::{Members, Plain, View};
use crate::shape::{Field, Kind, Need, Owner, Shape};

/// A field as a form builder sees it. In a list of rows, the row is written `*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// The name of the form control, `departure.passengers.*.dob`.
    pub name: String,
    /// The steps to the value.
    pub path: Path,
    /// What a person calls it.
    pub label: &'static str,
    /// A hint below the field; empty where none is needed.
    pub help: &'static str,
    /// What it holds.
    pub kind: &'static str,
    /// `form`, `checkout` or `merchant`.
    pub owner: &'static str,
    /// Whether a blank is an error.
    pub required: bool,
    /// The HTML `autocomplete` token.
    pub autocomplete: &'static str,
    /// The HTML `inputmode`.
    pub inputmode: &'static str,
    /// The most digits of a number written in digits.
    pub max_digits: Option<u32>,
    /// The values to choose from.
    pub choices: &'static [&'static str],
    /// The list whose rows repeat this field.
    pub group: Option<String>,
}

impl View for FieldView {
    fn members(&self, members: &mut Members<'_>) {
        members.text("name", &self.name);
        members.put("path", Plain::List(&self.path));
        members.text("label", self.label);
        members.text("help", self.help);
        members.text("kind", self.kind);
        members.text("owner", self.owner);
        members.put("required", Plain::Flag(self.required));
        members.text("autocomplete", self.autocomplete);
        members.text("inputmode", self.inputmode);
        members.put("maxDigits", self.max_digits.map_or(Plain::Absent, |digits| Plain::Number(digits.into())));
        members.put("choices", if self.choices.is_empty() { Plain::Absent } else { Plain::List(&self.choices) });
        members.optional("group", self.group.as_deref());
    }
}

/// The fields of an operation, those of inner objects and rows among them.
pub fn fields(operation: &'static Operation, options: &Options<'_>) -> Vec<FieldView> {
    let mut views = Vec::new();
    push(operation.shape, &mut Path::default(), None, options, &mut views);
    views
}

fn push(
    shape: &'static Shape,
    path: &mut Path,
    group: Option<&str>,
    options: &Options<'_>,
    views: &mut Vec<FieldView>,
) {
    for field in shape.fields {
        path.0.push(Step::Key(field.key));
        match field.kind {
            Kind::Record(inner) => push(inner, path, group, options, views),
            Kind::Rows(inner, ..) => {
                let name = path.name();
                path.0.push(Step::Key("*"));
                push(inner, path, Some(&name), options, views);
                path.0.pop();
            }
            _ => views.push(view(field, path, group, options)),
        }
        path.0.pop();
    }
}

fn view(field: &Field, path: &Path, group: Option<&str>, options: &Options<'_>) -> FieldView {
    let label = named_by_product(field, options.context.product.kind);
    let open = options.context.product.open && field.key == "amount";
    let (autocomplete, inputmode, max_digits) = hints(field);
    FieldView {
        name: path.name(),
        path: path.clone(),
        label: label.label(options.language),
        help: label.help(options.language),
        kind: kind(field.kind),
        owner: if open { Owner::Form } else { field.owner }.as_str(),
        required: field.need == Need::Required,
        autocomplete,
        inputmode,
        max_digits,
        choices: if matches!(field.kind, Kind::Gender) { GENDERS } else { &[] },
        group: group.map(str::to_owned),
    }
}

/// A destination is called by what the product makes of it.
fn named_by_product(field: &Field, product: Option<ProductKind>) -> Label {
    if !matches!(field.kind, Kind::Destination) {
        return field.label;
    }
    match product {
        Some(ProductKind::Pulsa) => Label::MobileNumber,
        Some(ProductKind::Ovo | ProductKind::Gopay | ProductKind::Dana | ProductKind::Wallet) => Label::WalletNumber,
        Some(ProductKind::PlnPrepaid) => Label::MeterNumber,
        Some(ProductKind::PlnPostpaid) => Label::CustomerNumber,
        Some(ProductKind::Bpjs) => Label::BpjsNumber,
        Some(ProductKind::Maxim) => Label::DriverNumber,
        Some(ProductKind::Other) | None => field.label,
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text(_) => "text",
        Kind::Name => "name",
        Kind::ProductCode => "product_code",
        Kind::Reference => "reference",
        Kind::TransactionId => "transaction_id",
        Kind::Destination => "destination",
        Kind::CustomerPhone | Kind::Contact => "msisdn",
        Kind::DialCode => "dial_code",
        Kind::Subscriber => "subscriber",
        Kind::Amount => "rupiah",
        Kind::Integer(..) => "integer",
        Kind::Percentage => "percentage",
        Kind::Email => "email",
        Kind::Country => "country",
        Kind::Locale => "locale",
        Kind::Day(_) => "date",
        Kind::Time => "time",
        Kind::Gender => "choice",
        Kind::IdCard => "id_card",
        Kind::Record(_) => "object",
        Kind::Rows(..) => "array",
    }
}

/// The autofill tokens of the HTML Living Standard, the on-screen keyboard, the digits of the field's longest form.
fn hints(field: &Field) -> (&'static str, &'static str, Option<u32>) {
    match (field.kind, field.key) {
        (Kind::Name, "buyer_first_name") => ("given-name", "text", None),
        (Kind::Name, "buyer_last_name") => ("family-name", "text", None),
        (Kind::Name, _) => ("name", "text", None),
        (Kind::Email, _) => ("email", "email", None),
        (Kind::Contact | Kind::CustomerPhone, _) => ("tel-national", "tel", Some(13)),
        (Kind::Subscriber, _) => ("tel-national", "tel", Some(15)),
        (Kind::DialCode, _) => ("tel-country-code", "tel", Some(3)),
        (Kind::Country, _) => ("country", "text", None),
        (Kind::Locale, _) => ("language", "text", None),
        (Kind::Day(crate::shape::DayRule::Birth), _) => ("bday", "numeric", Some(8)),
        (Kind::Day(_), _) => ("off", "numeric", Some(8)),
        (Kind::Time, _) => ("off", "numeric", Some(4)),
        (Kind::IdCard, _) => ("off", "text", Some(16)),
        (Kind::Destination, _) => ("off", "tel", None),
        (Kind::Amount | Kind::Integer(..), _) => ("off", "numeric", None),
        (Kind::Percentage, _) => ("off", "decimal", None),
        _ => ("off", "text", None),
    }
}
