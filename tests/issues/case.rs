//! One spoiled input and every issue it gets.

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::options::{Columns, Options};
use kasir::plain::Plain;
use kasir::views::{IssueView, Prepared};
use serde_json::{Value, json};

use crate::support::{self, pointer, tape};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
pub struct Told {
    pub pointer: String,
    pub code: String,
    pub severity: String,
    pub params: String,
}

impl Told {
    pub fn of(issue: &IssueView) -> Told {
        let params = serde_json::to_value(Plain::View(&issue.params)).expect("plain data");
        Told {
            pointer: issue.path.pointer.clone(),
            code: issue.code.to_owned(),
            severity: issue.severity.to_owned(),
            params: params.to_string(),
        }
    }
}

enum Input {
    Json(Value),
    Text(String),
    Tagged(String),
}

pub struct Case {
    operation: &'static str,
    input: Input,
    options: Value,
    form: bool,
    expected: Vec<Told>,
}

impl Case {
    pub fn of(operation: &'static str, input: Value) -> Case {
        let (options, expected) = (json!({ "today": support::TODAY }), Vec::new());
        Case { operation, input: Input::Json(input), options, form: false, expected }
    }

    /// Anybody's text instead of the base.
    pub fn text(mut self, text: &str) -> Case {
        self.input = Input::Text(text.to_owned());
        self
    }

    /// The base's text with a part of it put in other words, `!x` for what only the page's careful walk can tell.
    pub fn tagged(mut self, from: &str, to: &str) -> Case {
        let Input::Json(input) = self.input else { panic!("a base comes first") };
        let text = input.to_string();
        assert!(text.contains(from), "{from}");
        self.input = Input::Tagged(text.replacen(from, to, 1));
        self
    }

    /// The base's text with a part of it put in other words.
    pub fn written(self, from: &str, to: &str) -> Case {
        let Case { input: Input::Tagged(text), operation, options, form, expected } = self.tagged(from, to) else {
            panic!("a tagged text")
        };
        Case { input: Input::Text(text), operation, options, form, expected }
    }

    pub fn set(mut self, at: &str, value: impl Into<Value>) -> Case {
        let Input::Json(input) = &mut self.input else { panic!("a base comes first") };
        pointer::set(input, at, value.into());
        self
    }

    pub fn without(mut self, at: &str) -> Case {
        let Input::Json(input) = &mut self.input else { panic!("a base comes first") };
        pointer::remove(input, at);
        self
    }

    /// What the page already knows of the product.
    pub fn product(mut self, product: Value) -> Case {
        self.options["context"] = json!({ "product": product });
        self
    }

    /// What the page already knows.
    pub fn context(mut self, context: Value) -> Case {
        self.options["context"] = context;
        self
    }

    pub fn today(mut self, today: &str) -> Case {
        self.options["today"] = today.into();
        self
    }

    pub fn treat_as_error(mut self, codes: impl Into<Value>) -> Case {
        self.options["treatAsError"] = codes.into();
        self
    }

    /// As a person's form, not as a final request.
    pub fn form(mut self) -> Case {
        self.form = true;
        self
    }

    fn told(mut self, severity: &str, code: &str, pointer: &str, params: Value) -> Case {
        let (pointer, code, severity) = (pointer.to_owned(), code.to_owned(), severity.to_owned());
        self.expected.push(Told { pointer, code, severity, params: params.to_string() });
        self
    }

    pub fn error(self, code: &str, pointer: &str, params: Value) -> Case {
        self.told("error", code, pointer, params)
    }

    pub fn advice(self, code: &str, pointer: &str, params: Value) -> Case {
        self.told("advice", code, pointer, params)
    }

    fn issues(&self) -> (Vec<IssueView>, bool) {
        let options = self.options.to_string();
        let issues = self.issues_under(&support::options(&options));
        let columns = support::columns(&options, "");
        let by_columns = Options::read(&mut Columns::of(&columns), &|| None).expect("a day is told");
        assert_eq!(format!("{:?}", self.issues_under(&by_columns)), format!("{issues:?}"), "{options}");
        issues
    }

    fn issues_under(&self, options: &Options<'_>) -> (Vec<IssueView>, bool) {
        let operation = support::operation(self.operation);
        let text = self.words();
        let kept = Kept::new();
        let tape = if let Input::Tagged(text) = &self.input { tape::tagged(text) } else { String::new() };
        let source = match self.input {
            Input::Tagged(_) => Source::tape(&tape),
            Input::Json(_) | Input::Text(_) => Source::json(&text, &kept),
        };
        if self.form {
            let issues = api::validate(operation, source, options).expect("no walk");
            let ready = issues.iter().all(|issue| issue.severity == "advice");
            return (issues, ready);
        }
        match api::prepare(operation, source, options).expect("no walk") {
            Prepared::Ready(_, advice) => (advice, true),
            Prepared::Refused(issues) => (issues, false),
        }
    }

    fn words(&self) -> String {
        match &self.input {
            Input::Json(input) => input.to_string(),
            Input::Text(text) | Input::Tagged(text) => text.clone(),
        }
    }

    /// Exactly the expected issues, each with its place, its weight and its params; gives back the codes.
    pub fn holds(mut self) -> Vec<String> {
        let (issues, ready) = self.issues();
        let mut told: Vec<Told> = issues.iter().map(Told::of).collect();
        told.sort();
        self.expected.sort();
        let about: String = self.words().chars().take(1500).collect();
        assert_eq!(told, self.expected, "{} {} {about}", self.operation, self.options);
        assert_eq!(ready, self.expected.iter().all(|told| told.severity == "advice"), "{about}");
        for issue in &issues {
            assert!(!issue.path.name.is_empty() && !issue.message.is_empty(), "{}", issue.code);
        }
        told.into_iter().map(|told| told.code).collect()
    }
}
