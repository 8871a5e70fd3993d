//! No text stops anything, and what is made of it keeps its promises: the fuzz targets' questions, with texts that are
//! mostly nearly good.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::parse::ParseKind;
use proptest::prelude::*;

use crate::any_input::OPERATION_IDS;
use crate::cases::meets;
use crate::holds::{answers, bodies, masks, readers, values, walks};
use crate::texts::{
    near_amounts, near_answers, near_inputs, near_json, near_numbers, near_tapes, near_values, near_walks,
};

#[test]
fn json_is_what_serde_json_takes() {
    meets(near_json(), &[("json", &["taken"])], |text| readers::json(&text));
}

#[test]
fn a_tape_is_read_whole_or_not_at_all() {
    meets(near_tapes(), &[("tape", &["ready"])], |text| readers::tape(&text));
}

#[test]
fn a_walk_gives_what_its_tape_gives() {
    meets(near_walks(), &[("walked", OPERATION_IDS)], |text| walks::walk(&text));
}

#[test]
fn whatever_is_taken_becomes_a_canonical_body() {
    let receipts: &[&str] = if cfg!(feature = "hook") { OPERATION_IDS } else { &[] };
    meets(near_inputs(), &[("ready", OPERATION_IDS), ("receipt", receipts)], |text| bodies::canonical(&text));
}

#[test]
fn no_answer_is_a_success_unless_it_says_so() {
    let places = ["success", "pending", "held", "failed", "unknown"];
    meets(near_answers(), &[("klikoo", &places), ("netzme", &["success", "failed", "unknown"])], |text| {
        answers::klikoo(&text);
        answers::netzme(&text);
    });
}

#[test]
fn a_telephone_number_is_made_of_what_was_typed() {
    meets(near_numbers(), &[("number", &["mobile", "contact", "subscriber"])], |text| values::msisdn(&text));
}

#[test]
fn an_amount_is_read_in_one_way_only() {
    meets(near_amounts(), &[("amount", &["read"])], |text| values::rupiah(&text));
}

#[test]
fn a_value_that_is_taken_is_read_again_as_itself() {
    let kinds: Vec<&'static str> = ParseKind::ALL.iter().map(|kind| kind.as_str()).collect();
    meets(near_values(), &[("accepted", &kinds)], |text| values::any_kind(&text));
}

#[test]
fn a_mask_shows_no_more_than_it_promises() {
    let texts = prop_oneof!["\\PC{0,24}", "[0-9]{0,20}", "[a-zé]{0,3}@?[a-z.@]{0,9}", any::<String>()];
    meets(texts, &[], |text| masks::masked(&text));
}

#[cfg(feature = "hook")]
mod hook {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use crate::any_input::OPERATION_IDS;
    use crate::cases::meets;
    use crate::holds::{calls, lookups, tokens};
    use crate::lookups::{LookUp, histories, look_ups, tokens};
    use crate::texts::near_calls;

    #[test]
    fn a_call_is_opened_with_form_fields_alone() {
        meets(near_calls(), &[("opened", OPERATION_IDS)], |text| calls::call(&text));
    }

    #[test]
    fn a_look_up_finds_what_agrees_with_the_body_and_nothing_else() {
        let findings = ["found", "absent", "inconclusive"];
        meets(look_ups(), &[("look-up", &findings), ("found", &["success", "pending", "failed"])], |look_up| {
            let LookUp { operation, sent, http, answer } = look_up;
            lookups::looked_up(operation, &sent, (http > 0).then_some(http), &answer);
        });
    }

    #[test]
    fn a_page_of_the_history_finds_our_reference_and_no_other() {
        meets(histories(), &[("history", &["found", "absent", "inconclusive"])], |(ours, http, answer)| {
            lookups::in_history(&ours, (http > 0).then_some(http), &answer);
        });
    }

    #[test]
    fn a_token_tells_its_signature_and_its_expiry() {
        meets(tokens(), &[("token", &["with its expiry", "without"])], |(content, base64, sent)| {
            tokens::token(&content, &base64, &sent);
        });
    }
}
