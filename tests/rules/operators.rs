//! Operators, told by the prefixes of their numbers.

use kasir::code::Code;

use crate::answer::{a_desk, codes};
use crate::read::msisdn::{mobile, operator_advice, prefix_advice};
use crate::read::operators::operator;

#[test]
fn prefixes_point_at_operators() {
    let brand = |number: &str| operator(number).map(|operator| operator.brand);
    assert_eq!(brand("081234567890"), Some("Telkomsel"));
    assert_eq!(brand("085155123456"), Some("by.U"));
    assert_eq!(brand("085159123456"), Some("Telkomsel"));
    assert_eq!(brand("085612345678"), Some("IM3"));
    assert_eq!(brand("0817345544"), Some("XL"));
    assert_eq!(brand("083812345678"), Some("AXIS"));
    assert_eq!(brand("088112345678"), Some("Smartfren"));
    assert_eq!(brand("08996647676"), Some("Tri"));
    assert_eq!(operator("0838").map(|operator| operator.name), Some("XLSMART"));
    assert_eq!(brand("082812345678"), None);
    assert_eq!(brand("0218350123"), None);
    assert_eq!(brand("081"), None);
}

#[test]
fn operators_are_known_by_every_name_they_sell_under() {
    for (number, names) in [
        ("081234567890", "Telkomsel,telkomsel,simPATI,AS,Kartu As,kartuAs,Loop,Halo,kartuHalo"),
        ("085155123456", "by.U,BYU,by U,Telkomsel"),
        ("085612345678", "IM3,IM3 Ooredoo,Mentari,Indosat,Ooredoo,Indosat Ooredoo,Indosat Ooredoo Hutchison"),
        ("08996647676", "Tri,3,Three,Indosat"),
        ("0817345544", "XL,XL Axiata,XLSMART"),
        ("083812345678", "AXIS,XL Axiata,XLSMART"),
        ("088112345678", "Smartfren,XLSMART"),
    ] {
        for name in names.split(',') {
            assert_eq!(operator(number).unwrap().serves(name), Some(true), "{number} {name}");
        }
    }
    assert_eq!(operator("0899").unwrap().serves("IM3"), Some(false));
    for name in ["", " ", "Esia", "Fren", "Tri Indonesia", "X L", "4"] {
        assert_eq!(operator("0812").unwrap().serves(name).is_some(), name == "X L", "{name}");
    }
}

#[test]
fn an_unknown_prefix_is_advice() {
    let desk = &mut a_desk();
    prefix_advice(&mobile("082812345678", &mut a_desk()).unwrap(), desk);
    prefix_advice(&mobile("081234567890", &mut a_desk()).unwrap(), desk);
    assert_eq!(codes(desk), [Code::MsisdnUnknownPrefix]);
}

#[test]
fn a_product_of_another_operator_is_advice_with_both_names() {
    let desk = &mut a_desk();
    let number = mobile("0817345544", &mut a_desk()).unwrap();
    for product in ["XL", "xl", "XLSMART"] {
        operator_advice(&number, product, desk);
    }
    operator_advice(&mobile("082812345678", &mut a_desk()).unwrap(), "XL", desk);
    operator_advice(&number, "Esia", desk);
    assert_eq!(codes(desk), []);
    operator_advice(&number, "Telkomsel", desk);
    assert_eq!(codes(desk), [Code::MsisdnOtherOperator]);
    crate::answer::params_are_declared(&desk.issues.first().unwrap().finding);
}
