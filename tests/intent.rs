//! The page's side of a purchase: every progress under every event, and what can never happen.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kasir::intent::{Act, Event, Progress, step};
use kasir::state::State;

const ALL: [Progress; 4] = [Progress::Kept, Progress::Asked, Progress::Seen, Progress::Over];

/// A row a progress, a column an event; the events of a row are its states.
const TABLE: &str = "
      submit      refused     not_found   unreachable cancel       accepted    sent       pending    held       unknown    success     failed      cancelled
kept  asked/post  over/forget asked/post  kept/poll   over/forget  seen/show   seen/poll  seen/poll  seen/show  seen/poll  over/settle over/settle over/settle
asked asked/post  over/forget asked/post  asked/poll  asked/delete seen/show   seen/poll  seen/poll  seen/show  seen/poll  over/settle over/settle over/settle
seen  seen/poll   seen/show   over/forget seen/poll   seen/delete  seen/show   seen/poll  seen/poll  seen/show  seen/poll  over/settle over/settle over/settle
over  over/settle over/settle over/settle over/settle over/settle  over/settle over/settle over/settle over/settle over/settle over/settle over/settle over/settle
";

fn events() -> Vec<Event> {
    let mut events = vec![Event::Submit, Event::Refused, Event::NotFound, Event::Unreachable, Event::Cancel];
    events.extend(State::ALL.iter().copied().map(Event::Row));
    events
}

#[test]
fn every_progress_moves_as_the_table_says() {
    let mut lines =
        TABLE.lines().filter(|line| !line.is_empty()).map(|line| line.split_whitespace().collect::<Vec<_>>());
    let names = lines.next().unwrap();
    assert_eq!(names.len(), events().len());
    let mut rows = 0;
    for row in lines {
        for (name, cell) in names.iter().zip(&row[1..]) {
            let (progress, act) = step(Progress::named(row[0]), Event::named(name).unwrap());
            assert_eq!([progress.as_str(), act.as_str()].join("/"), *cell, "{} {name}", row[0]);
        }
        rows += 1;
    }
    assert_eq!(rows, ALL.len());
}

#[test]
fn what_is_over_stays_over_and_sends_nothing() {
    for event in events() {
        assert_eq!(step(Progress::Over, event), (Progress::Over, Act::Settle), "{event:?}");
    }
}

#[test]
fn an_intent_whose_row_was_seen_is_never_posted_again() {
    for event in events() {
        assert_ne!(step(Progress::Seen, event).1, Act::Post, "{event:?}");
    }
}

#[test]
fn an_intent_that_may_have_arrived_is_forgotten_only_on_the_hooks_word() {
    for progress in [Progress::Asked, Progress::Seen] {
        for event in [Event::Submit, Event::Unreachable, Event::Cancel] {
            let (next, act) = step(progress, event);
            assert_eq!(next, progress, "{event:?}");
            assert!(!matches!(act, Act::Forget | Act::Settle), "{event:?}");
        }
    }
}

#[test]
fn an_open_row_is_never_shown_as_settled() {
    for progress in [Progress::Kept, Progress::Asked, Progress::Seen] {
        for state in State::ALL {
            let (next, act) = step(progress, Event::Row(*state));
            let last = matches!(state, State::Success | State::Failed | State::Cancelled);
            assert_eq!((next == Progress::Over, act == Act::Settle), (last, last), "{state:?}");
        }
    }
}

#[test]
fn names_are_read_back_and_an_unknown_progress_is_read_with_care() {
    for progress in ALL {
        assert_eq!(Progress::named(progress.as_str()), progress);
    }
    // It may have been sent: posting the same reference again is safe, forgetting it is not.
    assert_eq!(Progress::named("half-way"), Progress::Asked);
    assert_eq!(Event::named("bought"), None);
    for state in State::ALL {
        assert_eq!(Event::named(state.as_str()), Some(Event::Row(*state)));
    }
}
