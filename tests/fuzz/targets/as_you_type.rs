#![no_main]

#[path = "../../holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|text: &str| holds::typed::as_you_type(text));
