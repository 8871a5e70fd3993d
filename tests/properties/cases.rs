//! How many cases a property meets.

use proptest::prelude::ProptestConfig;

const USUALLY: u32 = 20_000;

/// 20,000 cases, or as many as the variable `KASIR_CASES` asks for; in WASM, which has no variables, those of its compilation.
pub fn config() -> ProptestConfig {
    let asked = match option_env!("KASIR_CASES") {
        Some(cases) if cfg!(target_arch = "wasm32") => Some(cases.to_owned()),
        _ => std::env::var("KASIR_CASES").ok(),
    };
    let cases = asked.map_or(USUALLY, |cases| cases.parse().expect("KASIR_CASES is a number"));
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
