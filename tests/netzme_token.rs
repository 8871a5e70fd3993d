//! Netzme's token against the vectors made by openssl and python.
#![cfg(feature = "hook")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kasir::providers::netzme::token::read;

#[test]
fn tokens_are_read_as_the_vectors_say() {
    let text = include_str!("fixtures/hook/netzme_token_decoding.json");
    let fixture: serde_json::Value = serde_json::from_str(text).unwrap();
    let vectors = fixture["vectors"].as_array().unwrap();
    assert!(!vectors.is_empty());
    for vector in vectors {
        let token = read(vector["token"].as_str().unwrap()).unwrap();
        assert_eq!(token.authorization, vector["x_authorization"].as_str().unwrap());
        assert_eq!(token.inner_signature, vector["inner_signature"].as_str().unwrap());
        assert_eq!(token.expires_at, Some(vector["expired_ts"].to_string()));
    }
}

#[test]
fn a_token_without_padding_says_the_same() {
    let padded = read("eyJzaWduYXR1cmUiOiJhYiJ9").unwrap();
    assert_eq!(padded.inner_signature, "ab");
    let bare = read("eyJzaWduYXR1cmUiOiJhYmMifQ").unwrap();
    assert_eq!(bare.inner_signature, "abc");
}

#[test]
fn what_is_no_token_is_refused() {
    for text in ["", "%", "%zz", "e30=", "bm90IGpzb24=", "eyJzaWduYXR1cmUiOiIifQ==", "a b"] {
        assert!(read(text).is_none(), "{text}");
    }
}
