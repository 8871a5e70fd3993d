//! The hook's side of a purchase as a pure state machine: which row may move where, and who may send.
//!
//! A settled row never moves. A second send needs proof that the provider refused the first at its gate.

use crate::state::State;

/// What has happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The order is kept until the merchant's own payment arrives.
    Accept,
    /// The order may go out.
    Send,
    /// An answer or a look-up proves this state.
    Answer(State),
    /// The provider refused the token before looking at the order.
    GateRefused,
    /// The buyer gives up.
    Cancel,
    /// The time to pay, or the time of the hold, has run out.
    Expire,
    /// A person has found out what became of it.
    Resolve(State),
}

/// What the hook does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// Send the body, after this very move is committed.
    Forward,
    /// Look it up, later.
    LookUp,
    /// Tell the merchant; the row does not move any more.
    Settle,
    /// Tell a person: the evidence contradicts a settled row.
    Attention,
    /// Say no.
    Refuse,
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The state after.
    pub state: State,
    /// How often the body has been sent.
    pub attempt: u32,
    /// What the hook does.
    pub action: Action,
}

/// The second attempt is the last one.
const LAST_ATTEMPT: u32 = 2;

/// The next move of a row; `None` is a reference without a row.
pub fn step(state: Option<State>, event: Event, attempt: u32) -> Move {
    let Some(state) = state else { return first(event) };
    let to = |state, action| Move { state, attempt, action };
    match (state, event) {
        (State::Success | State::Failed | State::Cancelled, event) => settled(state, event, attempt),
        (State::Accepted, Event::Send) => Move { state: State::Sent, attempt: 1, action: Action::Forward },
        (State::Accepted, Event::Cancel | Event::Expire) => to(State::Cancelled, Action::Settle),
        (State::Accepted, _) => to(state, Action::Refuse),
        (State::Sent, Event::GateRefused) if attempt < LAST_ATTEMPT => {
            Move { state: State::Sent, attempt: attempt + 1, action: Action::Forward }
        }
        (State::Sent | State::Unknown, Event::GateRefused) => to(State::Failed, Action::Settle),
        (State::Held, Event::Expire) => to(State::Failed, Action::Settle),
        (_, Event::Answer(answer)) => answered(state, answer, attempt),
        (State::Unknown | State::Pending | State::Held | State::Sent, Event::Resolve(found)) => match found {
            State::Success | State::Failed => to(found, Action::Settle),
            _ => to(state, Action::Refuse),
        },
        (_, Event::Accept | Event::Send | Event::Cancel | Event::Expire | Event::GateRefused) => {
            to(state, Action::Refuse)
        }
    }
}

fn first(event: Event) -> Move {
    let to = |state, attempt, action| Move { state, attempt, action };
    match event {
        Event::Accept => to(State::Accepted, 0, Action::None),
        Event::Send => to(State::Sent, 1, Action::Forward),
        Event::Cancel => to(State::Cancelled, 0, Action::None),
        Event::Answer(_) | Event::GateRefused | Event::Expire | Event::Resolve(_) => {
            to(State::Unknown, 0, Action::Attention)
        }
    }
}

fn answered(state: State, answer: State, attempt: u32) -> Move {
    let to = |state, action| Move { state, attempt, action };
    match answer {
        State::Success | State::Failed => to(answer, Action::Settle),
        State::Held => to(State::Held, Action::None),
        State::Pending => to(State::Pending, Action::LookUp),
        // A look-up that finds nothing takes nothing back of what an answer has already told.
        State::Unknown if state == State::Sent => to(State::Unknown, Action::LookUp),
        State::Unknown => to(state, Action::LookUp),
        State::Accepted | State::Sent | State::Cancelled => to(state, Action::Refuse),
    }
}

fn settled(state: State, event: Event, attempt: u32) -> Move {
    let action = match event {
        Event::Answer(answer) | Event::Resolve(answer) if answer == state => Action::None,
        Event::Answer(State::Unknown) => Action::None,
        // A look-up that lagged behind a success; after a failure it tells of something that was bought.
        Event::Answer(State::Pending) if state == State::Success => Action::None,
        Event::Answer(_) => Action::Attention,
        Event::Cancel if state == State::Cancelled => Action::None,
        Event::Accept | Event::Send | Event::GateRefused | Event::Cancel | Event::Expire | Event::Resolve(_) => {
            Action::Refuse
        }
    };
    Move { state, attempt, action }
}

impl Event {
    /// The event of that name; an answer's event is its state, a person's finding `resolve_success` or `resolve_failed`.
    pub fn named(text: &str) -> Option<Event> {
        Some(match text {
            "accept" => Event::Accept,
            "send" => Event::Send,
            "gate_refused" => Event::GateRefused,
            "cancel" => Event::Cancel,
            "expire" => Event::Expire,
            "resolve_success" => Event::Resolve(State::Success),
            "resolve_failed" => Event::Resolve(State::Failed),
            answer => Event::Answer(State::named(answer)?),
        })
    }
}

impl Action {
    /// The name for the hook's script.
    pub fn as_str(self) -> &'static str {
        match self {
            Action::None => "none",
            Action::Forward => "forward",
            Action::LookUp => "look_up",
            Action::Settle => "settle",
            Action::Attention => "attention",
            Action::Refuse => "refuse",
        }
    }
}
