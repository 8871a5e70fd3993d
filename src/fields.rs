//! What a form needs to know of each field.

use crate::context::ProductKind;
use crate::format::Language;
use crate::messages::labels::Label;
use crate::operation::Operation;
use crate::options::Options;
use crate::packed;
use crate::packed::{Packed, Pieces, pieces};
use crate::params::GENDERS;
use crate::path::Steps;
use crate::plain::{Members, Named, Plain, View};
use crate::shape::{Field, Kind, Need, Owner, Shape};
use crate::texts::joined;

/// A field as a form builder sees it.
#[derive(Clone, Debug)]
pub struct FieldView<'o> {
    /// The name of the form control, `departure.passengers.*.dob`: the row of a list is written `*`.
    pub name: String,
    /// What the shape tells of it.
    pub field: &'static Field,
    /// The list whose rows repeat this field; empty where none does.
    pub group: &'o str,
    /// Whether the object that holds it may be left out, so that a form without it lacks nothing.
    pub spare: bool,
    /// What holds it; the input itself has no name.
    pub holder: Option<&'o Holder<'o>>,
    options: &'o Options<'o>,
}

/// An object or a list on the way to a field.
#[derive(Clone, Copy, Debug)]
pub struct Holder<'h> {
    /// What a person calls it.
    pub label: &'static str,
    /// What holds it.
    pub before: Option<&'h Holder<'h>>,
}

impl View for Holder<'_> {
    fn members(&self, members: &mut Members<'_>) {
        if let Some(before) = self.before {
            before.members(members);
        }
        members.item(Plain::Text(self.label));
    }
}

impl View for FieldView<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named(
            "name path label help kind owner required autocomplete inputmode maxDigits format choices group legends",
        );
        let label = self.label();
        let language = self.options.language;
        let hints = &mut hints(label);
        members.text(&self.name);
        members.list(&Steps(&self.name));
        members.text(label.label(language));
        members.text(label.help(language));
        hint(members, hints);
        members.text(self.owner().as_str());
        members.put(Plain::Flag(self.is_required()));
        for _ in 0..4 {
            hint(members, hints);
        }
        let genders = Genders(language);
        members.put(if label == Label::Gender { Plain::List(&genders) } else { Plain::Absent });
        members.filled(self.group);
        members.put(self.holder.map_or(Plain::Absent, |holder| Plain::List(holder)));
    }
}

/// Puts the next hint, a number where it is one; what a field has no hint of is left out.
#[inline(never)]
fn hint(members: &mut Named<'_, '_>, hints: &mut Pieces<'_>) {
    members.put(Plain::of(hints.next().unwrap_or_default()));
}

/// The genders to choose from.
struct Genders(Language);

impl View for Genders {
    fn members(&self, members: &mut Members<'_>) {
        for (value, label) in GENDERS.iter().zip([Label::Male, Label::Female]) {
            members.item(Plain::View(&Choice { value, label: label.label(self.0) }));
        }
    }
}

/// A value to choose, and what a person reads.
struct Choice {
    value: &'static str,
    label: &'static str,
}

impl View for Choice {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("value label");
        members.text(self.value);
        members.text(self.label);
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
        push(members, self.operation.shape, ("", ""), false, None, self.options);
    }
}

/// `names` are what the names begin with, and the list whose rows they are of.
fn push(
    members: &mut Members<'_>,
    shape: &'static Shape,
    names: (&str, &str),
    spare: bool,
    holder: Option<&Holder<'_>>,
    options: &Options<'_>,
) {
    let (begin, group) = names;
    for field in shape.fields {
        let name = joined(begin, field.key);
        let here = Some(&Holder { label: field.label.label(options.language), before: holder });
        match field.kind {
            Kind::Record(inner) => {
                push(members, inner, (&joined(&name, "."), group), field.need != Need::Required, here, options);
            }
            Kind::Rows(inner, ..) => push(members, inner, (&joined(&name, ".*."), &name), false, here, options),
            _ => members.item(Plain::View(&FieldView { name, field, group, spare, holder, options })),
        }
    }
}

impl FieldView<'_> {
    /// What a person calls it.
    pub fn label(&self) -> Label {
        called(self.field, self.options)
    }

    /// Who fills it in.
    pub fn owner(&self) -> Owner {
        let asked = self.field.is_asked_of_person(self.options.context.product.open);
        if asked { Owner::Form } else { self.field.owner }
    }

    /// Whether it may not be left blank. Left blank, the customer's telephone number is sent as the destination once more;
    /// only for a bill of BPJS does the provider insist on a telephone number there (Klikoo, "Buy Product",
    /// <https://klikoo-doc.readme.io/reference/buy-product>).
    pub fn is_required(&self) -> bool {
        let bpjs = self.options.context.product.kind == Some(ProductKind::Bpjs);
        !self.spare && (self.field.need == Need::Required || bpjs && self.field.need == Need::Before)
    }
}

/// What a person calls a field, in a form and in what is told of it. A destination is called by what the product makes of it.
pub fn called(field: &Field, options: &Options<'_>) -> Label {
    match field.label {
        Label::Destination => destination(options.context.product.kind),
        label => label,
    }
}

/// What a person calls the destination of a product.
pub fn destination(product: Option<ProductKind>) -> Label {
    match product {
        Some(ProductKind::Pulsa) => Label::MobileNumber,
        Some(ProductKind::Ovo | ProductKind::Gopay | ProductKind::Dana | ProductKind::Wallet) => Label::WalletNumber,
        Some(ProductKind::PlnPrepaid) => Label::MeterNumber,
        Some(ProductKind::PlnPostpaid) => Label::CustomerNumber,
        Some(ProductKind::Bpjs) => Label::BpjsNumber,
        Some(ProductKind::Maxim) => Label::DriverNumber,
        Some(ProductKind::Other) | None => Label::Destination,
    }
}

/// What a field holds; its autofill detail tokens (HTML Living Standard, 4.10.18.7 Autofill,
/// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill>); the on-screen keyboard; the digits
/// of its longest form, where people copy digits; its format while typing.
pub fn hints(label: Label) -> Pieces<'static> {
    const HINTS: Packed = packed!(Label::ALL, hinted);
    pieces(HINTS.text(label as usize), b',')
}

/// The hints of every label; those of objects and lists are none.
const fn hinted(label: Label) -> &'static str {
    match label {
        Label::ProductCode => "product_code,off,text",
        Label::Destination => "destination,off,tel",
        Label::MobileNumber | Label::WalletNumber | Label::CustomerPhone | Label::OrderPhone => {
            "msisdn,tel-national,tel,13,msisdn"
        }
        Label::MeterNumber | Label::CustomerNumber => "meter,off,numeric,12,meter",
        Label::BpjsNumber => "bpjs,off,numeric,16",
        Label::DriverNumber => "driver,off,numeric,20",
        Label::Amount => "rupiah,transaction-amount,numeric,,rupiah",
        Label::SellingPrice => "rupiah,off,numeric,,rupiah",
        Label::Reference => "reference,off,text",
        Label::Quantity | Label::Trip => "integer,off,numeric",
        Label::BuyerFirstName => "name,given-name,text",
        Label::BuyerLastName => "name,family-name,text",
        Label::BuyerDialCode => "dial_code,tel-country-code,tel,3",
        // E.164: fifteen digits, of which the country has at least one.
        Label::BuyerPhone => "subscriber,tel-national,tel,14",
        Label::Email => "email,email,email",
        Label::Locale => "locale,language,text",
        Label::BuyerCountry => "country,country,text",
        Label::State => "text,address-level1,text",
        Label::BookingKey | Label::BookingValue | Label::SeatName | Label::Merchant => "text,off,text",
        // A telephone's digits have no colon, and nothing puts it in while typing.
        Label::EventTime => "time,off,text,4",
        Label::StartDate | Label::EndDate => "date,off,numeric,8,date",
        Label::OrderName => "name,name,text",
        Label::PassengerName => "name,section-* name,text",
        Label::BirthDate => "date,section-* bday,numeric,8,date",
        Label::Gender => "choice,section-* sex,text",
        // A foreigner has the letters of a passport.
        Label::IdCard => "id_card,off,text,16,nik",
        Label::Percentage => "percentage,off,decimal",
        Label::TransactionId => "transaction_id,off,text",
        Label::BookingFields
        | Label::Customers
        | Label::CustomerFields
        | Label::OrderDetail
        | Label::Departure
        | Label::Return
        | Label::Passengers
        | Label::Male
        | Label::Female => "",
    }
}
