//! What a form needs to know of each field.

use crate::context::ProductKind;
use crate::messages::labels::Label;
use crate::operation::Operation;
use crate::options::Options;
use crate::packed;
use crate::packed::{Packed, Pieces, pieces};
use crate::params::GENDERS;
use crate::path::Steps;
use crate::plain::{Members, Plain, View};
use crate::rules::text::joined;
use crate::shape::{Field, Kind, Need, Owner, Shape};

/// A field as a form builder sees it.
#[derive(Clone, Debug)]
pub struct FieldView<'o> {
    /// The name of the form control, `departure.passengers.*.dob`: the row of a list is written `*`.
    pub name: String,
    /// What the shape tells of it.
    pub field: &'static Field,
    /// The list whose rows repeat this field; empty where none does.
    pub group: &'o str,
    options: &'o Options<'o>,
}

impl View for FieldView<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let label = self.label();
        let mut hints = hints(self.field);
        let mut hint = || hints.next().unwrap_or_default();
        members.text("name", &self.name);
        members.put("path", Plain::List(&Steps(&self.name)));
        members.text("label", label.label(self.options.language));
        members.text("help", label.help(self.options.language));
        members.text("kind", hint());
        members.text("owner", self.owner().as_str());
        members.put("required", Plain::Flag(self.field.need == Need::Required));
        members.text("autocomplete", hint());
        members.text("inputmode", hint());
        members.put("maxDigits", Plain::of(hint()));
        members.put("choices", if self.field.label == Label::Gender { Plain::List(&GENDERS) } else { Plain::Absent });
        members.filled("group", self.group);
    }
}

/// The fields of an operation, those of inner objects and rows among them.
pub struct Fields<'o> {
    operation: &'static Operation,
    options: &'o Options<'o>,
}

/// The fields of an operation, those of inner objects and rows among them.
pub fn fields<'o>(operation: &'static Operation, options: &'o Options<'_>) -> Fields<'o> {
    Fields { operation, options }
}

impl View for Fields<'_> {
    fn members(&self, members: &mut Members<'_>) {
        push(members, self.operation.shape, "", "", self.options);
    }
}

fn push(members: &mut Members<'_>, shape: &'static Shape, holder: &str, group: &str, options: &Options<'_>) {
    for field in shape.fields {
        let name = joined(holder, field.key);
        match field.kind {
            Kind::Record(inner) => push(members, inner, &joined(&name, "."), group, options),
            Kind::Rows(inner, ..) => push(members, inner, &joined(&name, ".*."), &name, options),
            _ => members.item(Plain::View(&FieldView { name, field, group, options })),
        }
    }
}

impl FieldView<'_> {
    /// What a person calls it. A destination is called by what the product makes of it.
    pub fn label(&self) -> Label {
        let label = self.field.label;
        if label != Label::Destination {
            return label;
        }
        match self.options.context.product.kind {
            Some(ProductKind::Pulsa) => Label::MobileNumber,
            Some(ProductKind::Ovo | ProductKind::Gopay | ProductKind::Dana | ProductKind::Wallet) => {
                Label::WalletNumber
            }
            Some(ProductKind::PlnPrepaid) => Label::MeterNumber,
            Some(ProductKind::PlnPostpaid) => Label::CustomerNumber,
            Some(ProductKind::Bpjs) => Label::BpjsNumber,
            Some(ProductKind::Maxim) => Label::DriverNumber,
            Some(ProductKind::Other) | None => label,
        }
    }

    /// Who fills it in.
    pub fn owner(&self) -> Owner {
        let asked = self.field.is_asked_of_person(self.options.context.product.open);
        if asked { Owner::Form } else { self.field.owner }
    }
}

/// What a field holds, the autofill token of the HTML Living Standard, the on-screen keyboard, and the digits of its
/// longest form where it is written in digits.
pub fn hints(field: &Field) -> Pieces<'static> {
    pieces(HINTS.text(place(field)), b' ')
}

/// The hints of every kind, in the order of [`place`].
const HINTS: Packed = packed!([
    "text off text",
    "name name text",
    "product_code off text",
    "reference off text",
    "transaction_id off text",
    "destination off tel",
    "msisdn tel-national tel 13",
    "msisdn tel-national tel 13",
    "dial_code tel-country-code tel 3",
    "subscriber tel-national tel 15",
    "rupiah off numeric",
    "integer off numeric",
    "percentage off decimal",
    "email email email",
    "country country text",
    "locale language text",
    "date off numeric 8",
    "time off numeric 4",
    "choice off text",
    "id_card off text 16",
    "object off text",
    "array off text",
    "date bday numeric 8",
    "name given-name text",
    "name family-name text",
]);

/// Where the hints of a field stand.
fn place(field: &Field) -> usize {
    match field.label {
        Label::BirthDate => 22,
        Label::BuyerFirstName => 23,
        Label::BuyerLastName => 24,
        _ => field.kind.place(),
    }
}
