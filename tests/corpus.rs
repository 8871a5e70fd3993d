//! What the fuzz targets ask, of the texts that the repository keeps and of the known answers: no nightly compiler needed.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod holds;
mod support;

#[allow(dead_code)] // the properties use the rest
#[path = "properties/inputs.rs"]
mod inputs;
#[allow(dead_code)]
#[path = "properties/texts.rs"]
mod texts;
#[allow(dead_code)]
#[path = "properties/values.rs"]
mod values;

use std::path::Path;

#[test]
fn every_text_that_is_kept_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    for (target, holds) in holds::TARGETS {
        let texts = std::fs::read_to_string(folder.join(target).with_extension("json")).unwrap();
        let texts: Vec<String> = serde_json::from_str(&texts).unwrap();
        assert!(texts.len() > 20, "{target}");
        texts.iter().for_each(|text| holds(text));
    }
}

/// `make fuzz` names a folder, into which the texts are written for the targets to begin with.
#[test]
fn every_known_answer_holds() {
    for (target, holds) in holds::TARGETS {
        let texts = texts::good(target);
        texts.iter().for_each(|text| holds(text));
        if let Some(folder) = std::env::var_os("KASIR_SEEDS") {
            let folder = Path::new(&folder).join(target);
            std::fs::create_dir_all(&folder).unwrap();
            for (at, text) in texts.iter().enumerate() {
                std::fs::write(folder.join(format!("known_{at}")), text).unwrap();
            }
        }
    }
}
