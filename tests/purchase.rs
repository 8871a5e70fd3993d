//! The hook's row of a purchase: every state under every event, and what can never happen.
//!
//! `cargo test --features hook --test purchase`

#![cfg(all(feature = "hook", not(target_arch = "wasm32")))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeSet, VecDeque};

use kasir::purchase::{Action, Event, Move, step};
use kasir::state::State;

/// A row a state, `-` the reference without a row; a column an event. What follows the slash: `f`orward, `l`ook up,
/// `s`ettle, `a`ttention, `r`efuse, nothing. `Sent` stands at its first attempt.
const TABLE: &str = "
          accept      send        gate_refused cancel      expire      success     failed      pending     held        unknown     sent        resolve_success resolve_failed
-         accepted/   sent/f      unknown/a    cancelled/  unknown/a   unknown/a   unknown/a   unknown/a   unknown/a   unknown/a   unknown/a   unknown/a       unknown/a
accepted  accepted/r  sent/f      accepted/r   cancelled/s cancelled/s accepted/r  accepted/r  accepted/r  accepted/r  accepted/r  accepted/r  accepted/r      accepted/r
sent      sent/r      sent/r      sent/f       sent/r      sent/r      success/s   failed/s    pending/l   held/       unknown/l   sent/r      success/s       failed/s
pending   pending/r   pending/r   pending/r    pending/r   pending/r   success/s   failed/s    pending/l   held/       pending/l   pending/r   success/s       failed/s
held      held/r      held/r      held/r       held/r      failed/s    success/s   failed/s    pending/l   held/       held/l      held/r      success/s       failed/s
unknown   unknown/r   unknown/r   failed/s     unknown/r   unknown/r   success/s   failed/s    pending/l   held/       unknown/l   unknown/r   success/s       failed/s
success   success/r   success/r   success/r    success/r   success/r   success/    success/a   success/    success/a   success/    success/a   success/        success/r
failed    failed/r    failed/r    failed/r     failed/r    failed/r    failed/a    failed/     failed/a    failed/a    failed/     failed/a    failed/r        failed/
cancelled cancelled/r cancelled/r cancelled/r  cancelled/  cancelled/r cancelled/a cancelled/a cancelled/a cancelled/a cancelled/  cancelled/a cancelled/r     cancelled/r
";

const FINAL: [State; 3] = [State::Success, State::Failed, State::Cancelled];

fn states() -> impl Iterator<Item = Option<State>> {
    [None].into_iter().chain(State::ALL.iter().copied().map(Some))
}

fn events() -> Vec<Event> {
    let mut events = vec![Event::Accept, Event::Send, Event::GateRefused, Event::Cancel, Event::Expire];
    events.extend(State::ALL.iter().copied().map(Event::Answer));
    events.extend(State::ALL.iter().copied().map(Event::Resolve));
    events
}

fn action(letter: &str) -> Action {
    match letter {
        "" => Action::None,
        "f" => Action::Forward,
        "l" => Action::LookUp,
        "s" => Action::Settle,
        "a" => Action::Attention,
        "r" => Action::Refuse,
        other => panic!("no action {other}"),
    }
}

#[test]
fn every_state_moves_as_the_table_says() {
    let mut lines =
        TABLE.lines().filter(|line| !line.is_empty()).map(|line| line.split_whitespace().collect::<Vec<_>>());
    let events = lines.next().unwrap();
    let mut seen = 0;
    for row in lines {
        let state = State::named(row[0]);
        assert_eq!(row.len(), events.len() + 1, "{}", row[0]);
        for (name, cell) in events.iter().zip(&row[1..]) {
            let (to, letter) = cell.split_once('/').unwrap();
            let moved = step(state, Event::named(name).unwrap(), 1);
            assert_eq!((moved.state, moved.action), (State::named(to).unwrap(), action(letter)), "{} {name}", row[0]);
        }
        seen += 1;
    }
    assert_eq!(seen, states().count());
}

#[test]
fn a_settled_row_never_moves() {
    for state in FINAL {
        for event in events() {
            for attempt in 0..5 {
                let moved = step(Some(state), event, attempt);
                assert_eq!((moved.state, moved.attempt), (state, attempt), "{event:?}");
                assert!(!matches!(moved.action, Action::Forward | Action::Settle | Action::LookUp), "{event:?}");
            }
        }
    }
}

#[test]
fn only_a_send_or_a_refusal_at_the_gate_forwards_and_the_row_is_sent_by_then() {
    for state in states() {
        for event in events() {
            for attempt in 0..5 {
                let moved = step(state, event, attempt);
                if moved.action != Action::Forward {
                    continue;
                }
                assert!(matches!(event, Event::Send | Event::GateRefused), "{state:?} {event:?}");
                assert_eq!(moved.state, State::Sent);
                let expected = if event == Event::Send { 1 } else { attempt + 1 };
                assert_eq!(moved.attempt, expected);
            }
        }
    }
}

#[test]
fn a_row_that_was_sent_is_sent_again_only_after_the_gate_refused_it() {
    for state in [State::Sent, State::Pending, State::Held, State::Unknown] {
        for event in events().into_iter().filter(|event| *event != Event::GateRefused) {
            for attempt in 1..5 {
                assert_ne!(step(Some(state), event, attempt).action, Action::Forward, "{state:?} {event:?}");
            }
        }
    }
    assert_eq!(
        step(Some(State::Sent), Event::GateRefused, 2),
        Move { state: State::Failed, attempt: 2, action: Action::Settle }
    );
}

/// Every row that any order of events leads to, with how often its body has been forwarded.
fn reachable() -> BTreeSet<(Option<&'static str>, u32, u32)> {
    let mut seen = BTreeSet::from([(None, 0, 0)]);
    let mut open = VecDeque::from([(None, 0, 0)]);
    while let Some((state, attempt, forwards)) = open.pop_front() {
        for event in events() {
            let moved = step(state.and_then(State::named), event, attempt);
            // Only a move that changes something is written.
            let forwards = forwards + u32::from(moved.action == Action::Forward);
            let next = (Some(moved.state.as_str()), moved.attempt, forwards);
            assert!(forwards <= 2, "{state:?} {event:?}");
            if seen.insert(next) {
                open.push_back(next);
            }
        }
    }
    seen
}

#[test]
fn no_order_of_events_forwards_a_body_more_than_twice() {
    let reachable = reachable();
    assert!(reachable.iter().all(|(_, attempt, forwards)| attempt == forwards), "an attempt is a forwarding");
    assert!(reachable.iter().any(|(_, _, forwards)| *forwards == 2));
    let reached: BTreeSet<_> = reachable.iter().map(|(state, ..)| *state).collect();
    assert_eq!(reached.len(), states().count(), "every state is reached");
}

/// What leaves open whether the provider has bought.
fn is_unknown(event: Event) -> bool {
    !matches!(event, Event::Answer(State::Failed) | Event::Resolve(State::Failed) | Event::GateRefused | Event::Expire)
}

#[test]
fn unknown_evidence_never_fails_a_purchase() {
    for state in states().filter(|state| *state != Some(State::Failed)) {
        for event in events().into_iter().filter(|event| is_unknown(*event)) {
            for attempt in 0..5 {
                assert_ne!(step(state, event, attempt).state, State::Failed, "{state:?} {event:?}");
            }
        }
    }
    // Time alone fails nothing but a hold, whose stock is free again.
    for state in states().filter(|state| !matches!(state, Some(State::Held | State::Failed))) {
        assert_ne!(step(state, Event::Expire, 1).state, State::Failed, "{state:?}");
    }
}

#[test]
fn what_an_answer_has_told_is_not_taken_back_by_one_that_tells_nothing() {
    for state in [State::Pending, State::Held] {
        assert_eq!(step(Some(state), Event::Answer(State::Unknown), 1).state, state);
    }
}

#[test]
fn contrary_evidence_raises_attention() {
    for (state, told) in [
        (State::Success, State::Failed),
        (State::Failed, State::Success),
        (State::Cancelled, State::Success),
        (State::Failed, State::Held),
        (State::Failed, State::Pending),
        (State::Cancelled, State::Pending),
    ] {
        assert_eq!(step(Some(state), Event::Answer(told), 1).action, Action::Attention, "{state:?} {told:?}");
    }
}

#[test]
fn a_person_can_only_settle_what_was_sent_and_is_open() {
    for state in states() {
        for found in State::ALL {
            let moved = step(state, Event::Resolve(*found), 1);
            let open = matches!(state, Some(State::Sent | State::Pending | State::Held | State::Unknown));
            let settles = open && matches!(found, State::Success | State::Failed);
            assert_eq!(moved.action == Action::Settle, settles, "{state:?} {found:?}");
        }
    }
}

#[test]
fn events_and_actions_have_names() {
    for name in ["accept", "send", "gate_refused", "cancel", "expire", "resolve_success", "resolve_failed"] {
        assert!(!matches!(Event::named(name), None | Some(Event::Answer(_))), "{name}");
    }
    for state in State::ALL {
        assert_eq!(Event::named(state.as_str()), Some(Event::Answer(*state)));
    }
    assert_eq!(Event::named("bought"), None);
    let actions = [Action::None, Action::Forward, Action::LookUp, Action::Settle, Action::Attention, Action::Refuse];
    let names: BTreeSet<_> = actions.iter().map(|action| action.as_str()).collect();
    assert_eq!(names.len(), actions.len());
}
