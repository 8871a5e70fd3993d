//! Purchases that are looked up, pages of the history, Netzme's tokens.

use std::sync::LazyLock;

use kasir::operation::Operation;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::inputs::edited;
use crate::support::{self, responses};

/// A purchase's body and the answer to the question what became of it, each a JSON text.
#[derive(Clone, Debug)]
pub struct LookUp {
    pub operation: &'static Operation,
    pub sent: String,
    pub http: u16,
    pub answer: String,
}

struct Known {
    operation: &'static Operation,
    sent: Value,
    http: u16,
    answer: Value,
}

/// The known look-ups whose answers are JSON.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |response: support::Response| {
        let (sent, answer) = (response.sent?, serde_json::from_str(&response.text).ok()?);
        let operation = support::operation(&sent.operation);
        let sent = serde_json::from_str(&sent.body).unwrap();
        Some(Known { operation, sent, http: response.http.unwrap_or_default(), answer })
    };
    responses("klikoo.transaction_detail").into_iter().filter_map(known).collect()
});

const AMOUNTS: &[&str] = &["10086", "10086.00", "10086.50", "010086", "10086,00", " 10086", "10086.0a"];

/// The known ones with up to two changes on either side, and the amount spelled otherwise.
pub fn look_ups() -> impl Strategy<Value = LookUp> {
    let https = select(vec![0_u16, 200, 200, 404, 500]);
    let known = any::<Index>().prop_flat_map(move |which| {
        let known: &Known = which.get(&KNOWN);
        let http = prop_oneof![4 => Just(known.http), 1 => https.clone()];
        (Just(known.operation), edited(Just(known.sent.clone())), http, edited(Just(known.answer.clone())))
    });
    (known, prop::option::weighted(0.2, select(AMOUNTS))).prop_map(|((operation, sent, http, mut answer), amount)| {
        if let (Some(amount), Some(Value::Object(data))) = (amount, answer.get_mut("data")) {
            data.insert("amount".to_owned(), amount.into());
        }
        LookUp { operation, sent: sent.to_string(), http, answer: answer.to_string() }
    })
}

/// A page of the history that holds such details, with the reference of one of them, in either case, or of none.
pub fn histories() -> impl Strategy<Value = (String, u16, String)> {
    let rows = prop::collection::vec((any::<Index>(), "[a-f]{0,2}"), 0..4).prop_flat_map(|rows| {
        let row = |(which, behind): (Index, String)| {
            let mut row = which.get(&KNOWN).answer["data"].clone();
            if let Some(Value::String(reference)) = row.get_mut("partner_reference_id") {
                reference.push_str(&behind);
            }
            row
        };
        let rows = rows.into_iter().map(row).collect::<Vec<Value>>();
        let page = json!({ "response_code": "200022000", "response_message": "Sukses", "data": rows });
        prop_oneof![3 => Just(page.clone()), 2 => edited(Just(page))]
    });
    let ours = prop_oneof![3 => "123242432333132[a-fA-F]{0,2}", 1 => "[0-9A-Fa-f]{1,8}"];
    (ours, select(vec![0_u16, 200, 200, 200, 404]), rows).prop_map(|(ours, http, page)| (ours, http, page.to_string()))
}

/// A token's content, its base64, and the token as it is sent.
pub fn tokens() -> impl Strategy<Value = (Value, String, String)> {
    let user = ("\\PC{0,8}", any::<u64>())
        .prop_map(|(id, expires)| json!({ "userId": id, "expiredTs": expires, "roles": ["ppob"] }));
    let content = ("[0-9a-f]{64}|\\PC{0,12}", user)
        .prop_map(|(signature, user)| json!({ "signature": signature, "tokenPpobUserResponse": user }));
    (edited(content), any::<bool>(), 0_u8..8).prop_map(|(content, is_padded, encoded)| {
        let base64 = base64(content.to_string().as_bytes());
        let base64 = if is_padded { base64 } else { base64.trim_end_matches('=').to_owned() };
        let mut sent = base64.clone();
        for (bit, letter) in [(1, '+'), (2, '/'), (4, '=')] {
            if encoded & bit != 0 {
                sent = sent.replace(letter, &format!("%{:02X}", letter as u32));
            }
        }
        (content, base64, sent)
    })
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let word = (0..3).fold(0_usize, |word, at| word << 8 | usize::from(three.get(at).copied().unwrap_or_default()));
        let letter = |at: usize| if at > three.len() { '=' } else { char::from(LETTERS[word >> (18 - 6 * at) & 63]) };
        (0..4).map(letter).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}
