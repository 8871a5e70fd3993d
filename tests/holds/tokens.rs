//! Netzme's token.

use kasir::providers::netzme::token;
use serde_json::Value;

use super::reached::reached;

/// A token of that content, in base64 and as it was sent, tells the content's signature and expiry, or is none.
pub fn token(content: &Value, base64: &str, sent: &str) {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let signature = text(&content["signature"]).filter(|signature| !signature.is_empty());
    let read = token::read(sent);
    assert_eq!(read.as_ref().map(|token| &token.inner_signature), signature.as_ref(), "{content}");
    let Some(read) = read else { return };
    assert_eq!(read.authorization, base64);
    assert_eq!(read.expires_at, text(&content["tokenPpobUserResponse"]["expiredTs"]), "{content}");
    reached("token", if read.expires_at.is_some() { "with its expiry" } else { "without" });
}
