//! How many cases a property meets, from which seed, and what they must have reached.

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::holds::reached;

const USUALLY: u32 = 20_000;

/// 20,000 cases, or as many as the variable `KASIR_CASES` asks for; a failure tells the seed, with which `KASIR_SEED` meets
/// the same cases again.
pub fn config() -> ProptestConfig {
    let number = |name| variable(name).map(|number| number.parse::<u64>().expect("a number"));
    let cases = number("KASIR_CASES").map_or(USUALLY, |cases| u32::try_from(cases).expect("not too many cases"));
    let seed = number("KASIR_SEED").unwrap_or_else(now);
    tell(&format!("KASIR_SEED={seed} KASIR_CASES={cases}"));
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(seed), ..ProptestConfig::default() }
}

/// Asks the property of that many cases; each of the places must be reached by one of two thousand cases.
pub fn meets<S: Strategy>(strategy: S, places: &[(&'static str, &[&'static str])], property: impl Fn(S::Value)) {
    let config = config();
    let least = u64::from(config.cases / 2000);
    reached::taken();
    let met = TestRunner::new(config).run(&strategy, |case| {
        property(case);
        Ok(())
    });
    met.unwrap_or_else(|error| panic!("{error}"));
    let counts = reached::taken();
    tell(&format!("{counts:?}"));
    for (what, all) in places {
        for of in *all {
            let count = counts.iter().find(|(place, _)| *place == (*what, *of)).map_or(0, |(_, count)| *count);
            assert!(count >= least, "{what} {of}: {count} times, at least {least} are asked for");
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// WASM has no variables; Node has.
#[cfg(target_arch = "wasm32")]
fn variable(name: &str) -> Option<String> {
    js_sys::eval(&format!("process.env.{name}")).expect("a module of Node").as_string()
}

#[cfg(not(target_arch = "wasm32"))]
fn now() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    now.as_secs()
}

#[cfg(target_arch = "wasm32")]
fn now() -> u64 {
    js_sys::Date::now() as u64
}

#[cfg(not(target_arch = "wasm32"))]
fn tell(text: &str) {
    println!("{text}");
}

#[cfg(target_arch = "wasm32")]
fn tell(text: &str) {
    wasm_bindgen_test::console_log!("{text}");
}
