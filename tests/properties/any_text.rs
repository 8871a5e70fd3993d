//! No text stops anything, and what is made of it keeps its promises: the fuzz targets' questions, with texts that are
//! mostly nearly good.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use proptest::prelude::*;

use crate::cases::config;
use crate::holds::{answers, bodies, chosen, masks, readers, values, walks};
use crate::texts::{any_text, near_amounts, near_answers, near_inputs, near_numbers, near_tapes, near_walks};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn json_is_what_serde_json_takes(text in prop_oneof![any_text(), near_inputs().prop_map(|text| chosen(&text).1.to_owned())]) {
        readers::json(&text);
    }

    #[test]
    fn a_tape_is_read_whole_or_not_at_all(text in near_tapes()) {
        readers::tape(&text);
    }

    #[test]
    fn a_walk_gives_what_its_tape_gives(text in near_walks()) {
        walks::walk(&text);
    }

    #[test]
    fn whatever_is_taken_becomes_a_canonical_body(text in near_inputs()) {
        bodies::canonical(&text);
    }

    #[test]
    fn no_answer_is_a_success_unless_it_says_so(text in near_answers()) {
        answers::klikoo(&text);
        answers::netzme(&text);
    }

    #[test]
    fn a_telephone_number_is_made_of_what_was_typed(text in near_numbers()) {
        values::msisdn(&text);
    }

    #[test]
    fn an_amount_is_read_in_one_way_only(text in near_amounts()) {
        values::rupiah(&text);
    }

    #[test]
    fn a_mask_shows_no_more_than_it_promises(text in prop_oneof!["\\PC{0,24}", "[0-9]{0,20}", "[a-zé]{0,3}@?[a-z.@]{0,9}", any::<String>()]) {
        masks::masked(&text);
    }
}

#[cfg(feature = "hook")]
proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_call_is_opened_with_form_fields_alone(text in crate::texts::near_calls()) {
        crate::holds::calls::call(&text);
    }
}
