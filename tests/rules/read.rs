//! The rules as functions from a text to its wire spelling, so that a test reads in one line.

macro_rules! read {
    ($($module:ident: $($rule:ident)*;)*) => {$(
        pub mod $module {
            #[allow(unused_imports)] // some have no more than their rule
            pub use kasir::rules::$module::*;
            use kasir::desk::Desk;
            use kasir::issue::Finding;
            $(
                pub fn $rule<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
                    desk.read(kasir::rules::$module::$rule, text)
                }
            )*
        }
    )*};
}

read! {
    bpjs: bpjs;
    calendar_day: date birth coming;
    country: country;
    dial_codes: dial_code;
    driver: driver;
    email: email;
    id_card: id_card;
    locale: locale;
    meter_number: prepaid postpaid token;
    passport: passport passport_or_text indonesian;
    percentage: percentage;
    product_code: product_code;
    reference: reference;
    rupiah: rupiah;
    time_of_day: time_of_day;
    transaction_id: transaction_id;
    wallet: wallet;
}

pub use kasir::rules::{landline, operators};

pub mod apply {
    use kasir::desk::Desk;
    use kasir::issue::Finding;
    use kasir::shape::Kind;

    pub fn apply<'a>(kind: Kind, text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
        desk.lay(0, text);
        kasir::rules::apply(kind, desk)?;
        Ok(desk.text)
    }
}
pub use apply::apply;

pub mod msisdn {
    use kasir::desk::Desk;
    use kasir::issue::Finding;
    pub use kasir::rules::msisdn::Msisdn;

    pub fn mobile<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<Msisdn<'a>, Finding> {
        desk.read(kasir::rules::msisdn::mobile, text).map(|domestic| Msisdn { domestic })
    }

    pub fn contact<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
        desk.read(kasir::rules::msisdn::contact, text)
    }

    pub fn subscriber<'a>(dial_code: &str, text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
        desk.lay(0, text);
        kasir::rules::msisdn::subscriber(dial_code, desk)?;
        Ok(desk.text)
    }

    pub fn prefix_advice<'a>(number: &Msisdn<'a>, desk: &mut Desk<'a>) {
        desk.lay(0, number.domestic);
        kasir::rules::msisdn::prefix_advice(desk);
    }

    pub fn operator_advice<'a>(number: &Msisdn<'a>, expected: &str, desk: &mut Desk<'a>) {
        desk.lay(0, number.domestic);
        kasir::rules::msisdn::operator_advice(expected, desk);
    }
}

pub mod nik {
    use kasir::code::Code;
    use kasir::desk::Desk;
    use kasir::issue::Finding;
    pub use kasir::rules::nik::Nik;

    use crate::answer::{a_desk, codes};

    pub fn nik<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<Nik<'a>, Finding> {
        desk.lay(0, text);
        kasir::rules::nik::nik(desk)
    }

    /// What differs: the day of birth, the gender.
    pub fn disagreement(card: &str, born: &str, gender: &str) -> [Option<Finding>; 2] {
        let mut desk = a_desk();
        desk.lay(0, card);
        kasir::rules::nik::disagreement(born, gender, &mut desk);
        let codes = codes(&desk);
        [Code::NikBirthDiffers, Code::NikGenderDiffers].map(|code| codes.contains(&code).then_some(code.into()))
    }
}

pub mod person_name {
    use kasir::issue::Finding;

    use crate::answer::a_desk;

    pub fn person_name(text: &str) -> Result<&str, Finding> {
        a_desk().read(kasir::rules::person_name::person_name, text)
    }
}

pub mod text {
    use kasir::desk::Desk;
    pub use kasir::rules::text::{escape_sensitive, plain_text};

    pub fn bidi_advice<'a>(text: &'a str, desk: &mut Desk<'a>) {
        desk.lay(0, text);
        kasir::rules::text::bidi_advice(desk);
    }
}
