//! Holds the list of embedded fixtures against the folders; `KASIR_WRITE=1 cargo test --test embedded` writes it anew.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;
use std::path::Path;

#[path = "support/embedded.rs"]
mod embedded;

const ROOTS: &[&str] = &["escapes", "klikoo", "netzme"];

fn paths(folder: &Path, found: &mut Vec<String>, fixtures: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            paths(&path, found, fixtures);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path.strip_prefix(fixtures).unwrap().to_str().unwrap().to_owned());
        }
    }
}

#[test]
fn every_fixture_is_embedded() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let fixtures = tests.join("fixtures");
    let mut found = Vec::new();
    for root in ROOTS {
        paths(&fixtures.join(root), &mut found, &fixtures);
    }
    found.sort();
    let mut text = String::from(
        "//! Every known answer with its path: a WASM test has no file system. Written by `tests/embedded.rs`.\n\n\
         #[rustfmt::skip]\npub const FILES: &[(&str, &str)] = &[\n",
    );
    for path in &found {
        writeln!(text, "    (\"{path}\", include_str!(\"../fixtures/{path}\")),").unwrap();
    }
    text.push_str("];\n");
    let list = tests.join("support/embedded.rs");
    if std::env::var_os("KASIR_WRITE").is_some() {
        std::fs::write(&list, &text).unwrap();
    }
    let listed: Vec<&str> = embedded::FILES.iter().map(|(path, _)| *path).collect();
    assert!(std::fs::read_to_string(&list).unwrap() == text, "run KASIR_WRITE=1 cargo test --test embedded");
    assert_eq!(listed, found, "compile once more");
}
