//! Answers as texts: what is made of one borrows from it, and a test ends soon, so the texts are leaked.

use kasir::answer;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::verdict::Answer;
use kasir::views::Outcome;

pub fn leaked(http: Option<u16>, text: &str) -> &'static Answer<'static> {
    Box::leak(Box::new(Answer::arrived(http, text.to_owned().leak())))
}

fn options(text: &str) -> &'static Options<'static> {
    Box::leak(Box::new(super::options(text.to_owned().leak())))
}

pub fn raw(operation: &'static Operation, http: Option<u16>, text: &str, terms: &str) -> Outcome<'static> {
    answer::raw(operation, leaked(http, text), options(terms))
}

pub fn shown(operation: &'static Operation, text: &str, terms: &str) -> Outcome<'static> {
    answer::shown(operation, leaked(None, text), options(terms))
}

#[cfg(feature = "hook")]
pub mod lookup {
    use kasir::lookup::{self, Finding, Judged};
    use kasir::operation::Operation;

    use super::leaked;

    pub fn judge(operation: &'static Operation, http: Option<u16>, text: &str) -> Judged<'static> {
        lookup::judge(operation, leaked(http, text))
    }

    pub fn judge_detail(operation: &'static Operation, sent: &str, http: Option<u16>, text: &str) -> Finding<'static> {
        lookup::judge_detail(operation, sent, leaked(http, text))
    }

    pub fn in_history(reference: &str, http: Option<u16>, text: &str) -> Finding<'static> {
        lookup::in_history(reference, leaked(http, text))
    }
}
