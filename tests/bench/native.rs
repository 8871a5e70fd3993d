//! The core's native time, for `make bench`: each line of the standard input names a case and how often to run it, and is
//! answered with the microseconds of one run. The cases are the questions of the page, word for word; the first argument names their file.
//! The time is the median of some slices, since the standard library has no clock that stops while other programs run.

// It ends where it is asked nonsense.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use kasir::api;
use kasir::operation::Operation;
use kasir::options::{Columns, Options};
use kasir::rules::calendar_day::CalendarDay;
use serde::Deserialize;

/// What crosses when a page asks for a body, and the body.
#[derive(Deserialize)]
struct Case {
    operation: String,
    text: String,
    marks: usize,
    body: String,
    today: i64,
}

/// What src/wasm/page.rs does for this question, up to the answer's crossing.
fn ask(operation: &'static Operation, case: &Case) -> Option<String> {
    let mut columns = Columns::of(&case.text);
    let options = Options::read(&mut columns, &|| CalendarDay::from_days(case.today)).ok()?;
    columns.take();
    api::body(operation, columns.behind()?, case.marks, &options)
}

const SLICES: usize = 9;

/// Microseconds for once.
fn time<T>(times: u32, work: impl Fn() -> T) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        black_box(work());
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(times)
}

fn main() {
    let file = std::env::args().nth(1).expect("a file of cases");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let cases: Vec<Case> = serde_json::from_str(&text).expect("cases");
    let mut answers = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let (place, times) = line.split_once(' ').expect("a case and how many times");
        let (case, times) = (&cases[place.parse::<usize>().expect("a case")], times.parse::<u32>().expect("a number"));
        let operation = api::operation(&case.operation).expect("an operation");
        assert_eq!(ask(operation, case).as_deref(), Some(case.body.as_str()), "the body of {}", case.operation);
        let mut slices = [(); SLICES].map(|()| time(times.div_ceil(SLICES as u32), || ask(operation, black_box(case))));
        slices.sort_by(f64::total_cmp);
        writeln!(answers, "{}", slices[SLICES / 2]).expect("an answer");
    }
}
