//! The page's side of a purchase as a pure state machine: what to do next, so that one basket is bought once.
//!
//! The page keeps an intent (operation, reference, basket; nothing about a person) until it is settled. A reload, a
//! double click or a second tab finds it and goes on with the same reference.

use crate::packed;
use crate::packed::Packed;
use crate::state::State;

/// How far the page has come with an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Kept, not sent to the hook.
    Kept,
    /// Sent; whether it arrived is not known.
    Asked,
    /// The hook has a row of it.
    Seen,
    /// Over.
    Over,
}

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The buyer submits, or a page that was loaded again goes on.
    Submit,
    /// The hook shows its row.
    Row(State),
    /// The hook refuses the only call that was ever made of this intent, so nothing was bought.
    Refused,
    /// The hook refuses a later call; what an earlier one did is not told by that.
    RefusedAgain,
    /// The hook has no row of that reference.
    NotFound,
    /// No answer came from the hook, or none that can be read.
    Unreachable,
    /// The buyer gives up.
    Cancel,
}

/// What the page does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Send the intent to the hook.
    Post,
    /// Ask the hook for its row.
    Poll,
    /// Show the row and keep the intent.
    Show,
    /// Show the row and forget the intent.
    Settle,
    /// Forget the intent: nothing was bought.
    Forget,
    /// Ask the hook to give it up.
    Delete,
}

/// The next step of an intent.
pub fn step(progress: Progress, event: Event) -> (Progress, Act) {
    use Progress::{Asked, Kept, Over, Seen};
    match (progress, event) {
        (Over, _) => (Over, Act::Settle),
        // The hook knows the reference again, so posting twice is as good as once.
        (Kept | Asked, Event::Submit) => (Asked, Act::Post),
        (Seen, Event::Submit) => (Seen, Act::Poll),
        (_, Event::Row(State::Success | State::Failed | State::Cancelled)) => (Over, Act::Settle),
        (_, Event::Row(State::Accepted | State::Held)) => (Seen, Act::Show),
        (_, Event::Row(State::Sent | State::Pending | State::Unknown)) => (Seen, Act::Poll),
        (Seen, Event::Refused) | (_, Event::RefusedAgain) => (progress, Act::Show),
        (Kept | Asked, Event::Refused) => (Over, Act::Forget),
        (Kept | Asked, Event::NotFound) => (Asked, Act::Post),
        // The hook never forgets a row that may have been bought; without one there is nothing to go on with.
        (Seen, Event::NotFound) => (Over, Act::Forget),
        (Kept, Event::Unreachable) => (Kept, Act::Poll),
        (Asked, Event::Unreachable) => (Asked, Act::Poll),
        (Seen, Event::Unreachable) => (Seen, Act::Poll),
        (Kept, Event::Cancel) => (Over, Act::Forget),
        (Asked | Seen, Event::Cancel) => (progress, Act::Delete),
    }
}

impl Progress {
    /// The name in the page's storage.
    pub fn as_str(self) -> &'static str {
        PROGRESS.text(self as usize)
    }

    /// The progress of that name; what cannot be read counts as asked, the careful reading.
    pub fn named(text: &str) -> Progress {
        match PROGRESS.place(text) {
            Some(0) => Progress::Kept,
            Some(2) => Progress::Seen,
            Some(3) => Progress::Over,
            _ => Progress::Asked,
        }
    }
}

impl Event {
    /// The event of that name; a row's event is its state.
    pub fn named(text: &str) -> Option<Event> {
        Some(match EVENTS.place(text) {
            Some(0) => Event::Submit,
            Some(1) => Event::Refused,
            Some(2) => Event::RefusedAgain,
            Some(3) => Event::NotFound,
            Some(4) => Event::Unreachable,
            Some(_) => Event::Cancel,
            None => Event::Row(State::named(text)?),
        })
    }
}

impl Act {
    /// The name for the page's script.
    pub fn as_str(self) -> &'static str {
        ACTS.text(self as usize)
    }
}

// Steps and acts in the order of their variants, events in that of `Event::named`.
const PROGRESS: Packed = packed!(["kept", "asked", "seen", "over"]);
const EVENTS: Packed = packed!(["submit", "refused", "refused_again", "not_found", "unreachable", "cancel"]);
const ACTS: Packed = packed!(["post", "poll", "show", "settle", "forget", "delete"]);
