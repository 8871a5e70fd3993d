//! How any value is written for people.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::format::{Language, Zone, date, masks, token};
use proptest::prelude::*;

use crate::cases::config;

/// The mask has stars and the value's own ends, no more of them than allowed.
fn hides(mask: &str, value: &str, ends: usize) -> bool {
    let (mask, value): (Vec<char>, Vec<char>) = (mask.chars().collect(), value.chars().collect());
    let shown = mask.iter().filter(|letter| **letter != '*').count();
    let middle = mask.iter().skip_while(|letter| **letter != '*');
    let one_middle = middle.skip_while(|letter| **letter == '*').all(|letter| *letter != '*');
    let same = mask.iter().zip(&value).all(|(seen, real)| *seen == '*' || seen == real);
    mask.len() == value.len() && shown <= ends && one_middle && same
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_telephone_mask_hides_at_least_four_digits(value in "[0-9]{0,20}") {
        let mask = masks::msisdn(&value);
        prop_assert!(hides(&mask, &value, value.len().saturating_sub(4).min(8)), "{}", mask);
    }

    #[test]
    fn an_account_mask_hides_at_least_half(value in "[0-9A-Za-zé🙂]{0,40}") {
        let mask = masks::account(&value);
        prop_assert!(hides(&mask, &value, (value.chars().count() / 2).min(8)), "{}", mask);
    }

    #[test]
    fn an_identity_mask_hides_district_and_birth(value in "[0-9]{16}") {
        let mask = masks::nik(&value);
        prop_assert!(hides(&mask, &value, 8), "{}", mask);
        prop_assert_eq!(mask.chars().skip(4).take(8).collect::<String>(), "********");
    }

    #[test]
    fn an_address_mask_tells_one_letter_and_no_length(name in "[a-z0-9.@]{2,64}", host in "[a-z]{1,20}\\.id") {
        let mask = masks::email(&[name.as_str(), host.as_str()].join("@"));
        let first: String = name.chars().take(1).collect();
        prop_assert_eq!(mask, [first.as_str(), "***@", host.as_str()].concat());
    }

    #[test]
    fn any_text_is_formatted_without_a_panic(text in any::<String>()) {
        for language in Language::ALL {
            for zone in Zone::ALL {
                date::moment_in(&text, *zone, *language);
            }
            date::day(&text, *language);
        }
        let masked = [masks::msisdn(&text), masks::nik(&text), masks::account(&text), masks::email(&text)];
        prop_assert!(masked.iter().all(|mask| text.is_empty() || !mask.is_empty()));
        prop_assert_eq!(token::groups(&text).replace(' ', ""), text.replace(' ', ""));
    }
}
