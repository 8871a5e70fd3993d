//! What the library gives back, as plain data that serialises to JavaScript objects or JSON alike.

use serde::ser::{Serialize, Serializer};

use crate::code::Code;
use crate::fields;
use crate::input::{Leaf, Node, Sheet, whole};
use crate::issue::{Finding, Issue};
use crate::messages::{Language, issues, receipts};
use crate::options::Options;
use crate::params::{self, Params};
use crate::path::{Path, Traced};
use crate::plain::{Members, Plain, View};
use crate::request::PreparedRequest;
use crate::shape::Shape;
use crate::state::Next;
use crate::texts::owned;

/// An issue as a caller sees it.
#[derive(Clone, Debug)]
pub struct IssueView {
    /// The frozen code.
    pub code: &'static str,
    /// The steps to the value.
    pub path: Path,
    /// `error` or `advice`.
    pub severity: &'static str,
    /// Limits and allowed values.
    pub params: Params,
    /// The sentence for the buyer.
    pub message: String,
}

impl IssueView {
    /// An issue with its sentence.
    pub fn of(issue: &Issue<'_>, sheet: &Sheet<'_>, shape: &'static Shape, options: &Options<'_>) -> IssueView {
        let mut traced = Traced::new(shape);
        let code = issue.finding.code();
        // A key that is missing in a list has no place there.
        let stranger = issue.key.filter(|_| code != Code::BookingKeyMissing);
        traced.descend(issue.place, sheet, stranger.is_none());
        if let Some(key) = stranger {
            traced.path.stranger(key);
        }
        let word = params::word(code, &traced, issue.key.unwrap_or_default(), options.context.product.operator);
        let label = traced.field.map_or("", |field| fields::called(field, options).label(options.language));
        IssueView::at(traced.path, issue.finding, word, label, options)
    }

    /// An issue at a path; the word is what only the place tells.
    #[inline(never)]
    pub fn at(path: Path, finding: Finding, word: &str, label: &str, options: &Options<'_>) -> IssueView {
        let code = finding.code();
        let params = Params { finding, word: owned(word) };
        IssueView {
            code: code.as_str(),
            severity: options.treat_as_error.severity(code).as_str(),
            message: issues::sentence(code, &params, label, options.language),
            path,
            params,
        }
    }
}

impl View for IssueView {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("code path name pointer severity params message");
        members.text(self.code);
        members.list(&self.path);
        members.text(&self.path.name);
        members.text(&self.path.pointer);
        members.text(self.severity);
        members.view(&self.params);
        members.text(&self.message);
    }
}

/// JSON text as params.
impl View for Node<'_> {
    fn members(&self, members: &mut Members<'_>) {
        for child in self.children() {
            let plain = match child.leaf() {
                Leaf::Number(digits) => whole(digits).map_or(Plain::Absent, Plain::Number),
                Leaf::Text(text) => Plain::Text(text),
                Leaf::List => Plain::List(&child),
                _ => Plain::Absent,
            };
            members.put(child.key(), plain);
        }
    }
}

/// What `prepare` gives back.
#[derive(Clone, Debug)]
pub enum Prepared {
    /// The request, and what was worth telling.
    Ready(PreparedRequest, Vec<IssueView>),
    /// What stands in the way.
    Refused(Vec<IssueView>),
}

impl View for Prepared {
    fn members(&self, members: &mut Members<'_>) {
        match self {
            Prepared::Ready(request, advice) => {
                let members = &mut members.named("ok request advice");
                members.put(Plain::Flag(true));
                members.view(request);
                members.list(advice);
            }
            Prepared::Refused(issues) => {
                let members = &mut members.named("ok issues");
                members.put(Plain::Flag(false));
                members.list(issues);
            }
        }
    }
}

/// What the buyer does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextView {
    /// `none`, `pay`, `wait`, `confirm`, `fix`, `buy_again`, `contact`.
    pub kind: &'static str,
    /// The sentence.
    pub text: &'static str,
}

impl NextView {
    /// What to do, in a language.
    pub fn of(next: Next, language: Language) -> NextView {
        NextView { kind: next.as_str(), text: receipts::next_sentence(next, language) }
    }
}

impl View for NextView {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("kind text");
        members.text(self.kind);
        members.text(self.text);
    }
}

macro_rules! serialised {
    ($($view:ty),*) => {
        $(
            impl Serialize for $view {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    Plain::View(self).serialize(serializer)
                }
            }
        )*
    };
}

serialised!(IssueView, Prepared);
