//! Netzme's token: percent-encoded base64 of JSON that carries the inner signature and the expiry.
//!
//! Source: Transaction Signature, <https://apidocs-ppob.netzme.id/api-reference/transaction-signature>, steps 1 to 3.
//! The token is percent-decoded only: a plus sign stays a plus sign.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::input::{ANSWER, Tree, json};
use crate::plain::{Members, View};

/// The printed token is padded; one without padding says the same.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A token that calls can be signed with.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// What the header `X-AUTHORIZATION` carries.
    pub authorization: String,
    /// The part that goes into the key of a transaction signature.
    pub inner_signature: String,
    /// Epoch milliseconds, as written; absent where the token does not say.
    pub expires_at: Option<String>,
}

impl View for Token {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("authorization innerSignature expiresAt");
        members.text(&self.authorization);
        members.text(&self.inner_signature);
        members.nullable(self.expires_at.as_deref());
    }
}

/// Reads a token; `None` where it is none.
pub fn read(text: &str) -> Option<Token> {
    let authorization = percent_decoded(text)?;
    let content = String::from_utf8(BASE64.decode(&authorization).ok()?).ok()?;
    let tape = json::lenient_tape(&content).ok()?;
    let tree = Tree::read(&tape, ANSWER);
    let node = tree.root();
    let inner_signature = node.text("signature").filter(|text| !text.is_empty())?.to_owned();
    let expires_at = node.get("tokenPpobUserResponse").text("expiredTs").map(str::to_owned);
    Some(Token { authorization, inner_signature, expires_at })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex_digit(rest.next()?)? << 4 | hex_digit(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
