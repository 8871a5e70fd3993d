//! Any history of the hook's row of a purchase.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::purchase::{Action, Event, step};
use kasir::state::State;
use proptest::prelude::*;

use crate::cases::meets;
use crate::holds::reached::reached;

const FINAL: [State; 3] = [State::Success, State::Failed, State::Cancelled];

fn events() -> impl Strategy<Value = Event> {
    let mut events = vec![Event::Accept, Event::Send, Event::GateRefused, Event::Cancel, Event::Expire];
    events.extend(State::ALL.iter().copied().map(Event::Answer));
    events.extend(State::ALL.iter().copied().map(Event::Resolve));
    prop::sample::select(events)
}

#[test]
fn any_history_of_a_row_settles_once_and_stays() {
    meets(prop::collection::vec(events(), 1..60), &[("settled", &["success", "failed", "cancelled"])], |history| {
        let (mut state, mut attempt, mut settled) = (None, 0, 0);
        for event in history {
            let moved = step(state, event, attempt);
            let was_final = state.is_some_and(|state| FINAL.contains(&state));
            assert!(!was_final || Some(moved.state) == state);
            assert!(moved.attempt >= attempt && moved.attempt <= 2);
            settled += u32::from(moved.action == Action::Settle);
            assert!(settled <= 1);
            if moved.action == Action::Settle {
                reached("settled", moved.state.as_str());
            }
            (state, attempt) = (Some(moved.state), moved.attempt);
        }
    });
}
