//! 10,000 generated bad inputs as JSON text: each is refused with coded issues, and the library goes on as before.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::collections::BTreeMap;

use kasir::api::{self, Source};
use kasir::code::Code;
use kasir::desk::Kept;
use kasir::views::Prepared;
use serde_json::{Value, json};
use support::{Request, pointer, requests};

const COUNT: u64 = 10_000;

/// A small generator with a fixed seed (xorshift64*), so that every run meets the same inputs.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % most
    }

    fn pick<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}

type Spoil = fn(&mut Dice, &Value) -> String;

/// Ways to spoil an input, each of which is surely an error.
const WAYS: [(&str, Spoil); 14] = [
    ("a value of the wrong type", wrong_type),
    ("a required field left out", left_out),
    ("a key twice", twice),
    ("a key of nobody", stranger),
    ("a key of the language", prototype),
    ("nested too deep", deep),
    ("a text of a megabyte", megabyte),
    ("a text too long for its field", long_text),
    ("half a surrogate pair", lone_surrogate),
    ("a NUL or another control character", control),
    ("a number beyond 2^53", large_number),
    ("too many rows", many_rows),
    ("cut off", cut_off),
    ("a byte that JSON does not have", broken),
];

fn scalars(input: &Value) -> Vec<String> {
    let scalar = |at: &String| input.pointer(at).is_some_and(|value| !value.is_object() && !value.is_array());
    // `null` may be what the field takes.
    pointer::all(input).into_iter().filter(scalar).filter(|at| !input.pointer(at).unwrap().is_null()).collect()
}

fn texts(input: &Value) -> Vec<String> {
    scalars(input).into_iter().filter(|at| input.pointer(at).unwrap().is_string()).collect()
}

fn with(input: &Value, at: &str, value: Value) -> String {
    let mut input = input.clone();
    pointer::set(&mut input, at, value);
    input.to_string()
}

/// The input's text with a text value written as this raw JSON.
fn with_raw(dice: &mut Dice, input: &Value, raw: &str) -> String {
    let at = dice.pick(&texts(input)).clone();
    with(input, &at, json!("@@raw@@")).replacen("\"@@raw@@\"", raw, 1)
}

fn wrong_type(dice: &mut Dice, input: &Value) -> String {
    let at = dice.pick(&pointer::all(input)).clone();
    let value = dice
        .pick(&[json!(true), json!(false), json!([[]]), json!([true]), json!([{ "x": [] }]), json!([null, 7])])
        .clone();
    with(input, &at, value)
}

fn left_out(dice: &mut Dice, input: &Value) -> String {
    let all: Vec<String> = scalars(input).into_iter().filter(|at| !at.ends_with("/msidn")).collect();
    let at = dice.pick(&all).clone();
    let blank = [json!(null), json!(""), json!("   "), json!("\u{2003}")];
    if dice.below(2) == 0 {
        return with(input, &at, dice.pick(&blank).clone());
    }
    let mut input = input.clone();
    pointer::remove(&mut input, &at);
    input.to_string()
}

fn twice(dice: &mut Dice, input: &Value) -> String {
    let members = input.as_object().unwrap();
    let keys: Vec<&String> = members.keys().collect();
    let key = *dice.pick(&keys);
    let again = dice.pick(&["null", "\"1\"", "{}", "[]", "true"]);
    let text = input.to_string();
    format!("{},\"{key}\":{again}}}", &text[..text.len() - 1])
}

fn object_places(input: &Value) -> Vec<String> {
    let mut places: Vec<String> =
        pointer::all(input).into_iter().filter(|at| input.pointer(at).unwrap().is_object()).collect();
    places.push(String::new());
    places
}

fn stranger(dice: &mut Dice, input: &Value) -> String {
    let at = dice.pick(&object_places(input)).clone();
    let key = dice.pick(&["warna", "msisdn_", "Amount", "a b", "é", "\u{1f600}", "product-code"]);
    with(input, &format!("{at}/{key}"), json!("1"))
}

fn prototype(dice: &mut Dice, input: &Value) -> String {
    let at = dice.pick(&object_places(input)).clone();
    let key = dice.pick(&["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__"]);
    let value = dice.pick(&[json!({ "amount": "1" }), json!(null), json!("1"), json!([])]).clone();
    with(input, &format!("{at}/{key}"), value)
}

fn deep(dice: &mut Dice, input: &Value) -> String {
    let depth = dice.pick(&[1, 7, 8, 9, 60, 72, 73, 500, 20_000]);
    let (open, close) = *dice.pick(&[("[", "]"), ("{\"a\":", "}"), ("[{\"key\":", "}]")]);
    with_raw(dice, input, &[open.repeat(*depth), "1".to_owned(), close.repeat(*depth)].concat())
}

fn megabyte(dice: &mut Dice, input: &Value) -> String {
    let letter = dice.pick(&["0", "a", "é", " ", "\\\\"]);
    // A text of a megabyte takes time to write; most are just beyond what an input may hold.
    let length = if dice.below(20) == 0 { 1 << 20 } else { 256 * 1024 };
    with_raw(dice, input, &format!("\"{}\"", letter.repeat(length)))
}

fn long_text(dice: &mut Dice, input: &Value) -> String {
    let at = dice.pick(&scalars(input)).clone();
    let letter = dice.pick(&["9", "x", "ꦮ", "😀"]);
    with(input, &at, json!(letter.repeat(256 + dice.below(4_000))))
}

fn lone_surrogate(dice: &mut Dice, input: &Value) -> String {
    let raw =
        dice.pick(&["\"\\ud800\"", "\"\\udfff\"", "\"a\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\ud83d\\ud83d\\ude00\""]);
    with_raw(dice, input, raw)
}

fn control(dice: &mut Dice, input: &Value) -> String {
    let letter = *dice.pick(&['\0', '\u{1}', '\u{7}', '\u{1f}', '\u{7f}', '\u{80}', '\u{9f}', '\u{feff}']);
    let at = dice.pick(&texts(input)).clone();
    let text = input.pointer(&at).and_then(Value::as_str).unwrap();
    // At the ends some of them would be blanks.
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(place, _)| place);
    with(input, &at, json!(format!("x{}{letter}{}x", &text[..middle], &text[middle..])))
}

fn large_number(dice: &mut Dice, input: &Value) -> String {
    let number = dice.pick(&[
        "9007199254740992",
        "18446744073709551616",
        "1e400",
        "123456789012345678901234567890",
        "-9007199254740993",
        "1e-400",
    ]);
    let at = dice.pick(&scalars(input)).clone();
    with(input, &at, json!("@@raw@@")).replacen("\"@@raw@@\"", number, 1)
}

fn many_rows(dice: &mut Dice, input: &Value) -> String {
    let rows = 1_001 + dice.below(500);
    let row = dice.pick(&[json!({}), json!(1), json!(null)]).clone();
    let lists: Vec<String> =
        pointer::all(input).into_iter().filter(|at| input.pointer(at).unwrap().is_array()).collect();
    let places = if lists.is_empty() { scalars(input) } else { lists };
    let at = dice.pick(&places).clone();
    with(input, &at, vec![row; rows].into())
}

fn cut_off(dice: &mut Dice, input: &Value) -> String {
    let text = input.to_string();
    let ends: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    text[..*dice.pick(&ends)].to_owned()
}

fn broken(dice: &mut Dice, input: &Value) -> String {
    let text = input.to_string();
    let piece = dice.pick(&["//", "/* */", "'", "!g", "\u{feff}", "{", "NaN", ",,", "\\"]);
    // Behind a colon no JSON goes on with any of these.
    let places: Vec<usize> = text.match_indices("\":").map(|(place, _)| place + 2).collect();
    let at = *dice.pick(&places);
    [&text[..at], piece, &text[at..]].concat()
}

/// A good input of each operation gets the body of its fixture.
fn is_alive(requests: &[Request]) {
    for request in requests {
        let options = request.options();
        let prepared =
            api::prepare(request.operation(), Source::json(request.input(), &Kept::new()), &support::options(&options));
        let Some(Prepared::Ready(ready, _)) = prepared else { panic!("{} is refused", request.name) };
        assert_eq!(ready.body, request.body);
    }
}

#[test]
fn ten_thousand_bad_inputs_get_coded_issues_and_leave_the_library_alive() {
    let requests: Vec<Request> = requests("").into_iter().filter(|request| !request.body.is_empty()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for at in 0..COUNT {
        let request = dice.pick(&requests);
        let (way, spoil) = WAYS[at as usize % WAYS.len()];
        let input: Value = serde_json::from_str(request.input()).unwrap();
        let text = spoil(&mut dice, &input);
        let options = request.options();
        let options = support::options(&options);
        let about = || text.chars().take(600).collect::<String>();
        let prepared = api::prepare(request.operation(), Source::json(&text, &Kept::new()), &options);
        let Some(Prepared::Refused(issues)) = prepared else { panic!("{way} is taken: {}", about()) };
        assert!(issues.iter().any(|issue| issue.severity == "error"), "{way}: {}", about());
        for issue in &issues {
            assert!(
                Code::named(issue.code).is_some() && !issue.message.is_empty() && !issue.path.pointer.is_empty(),
                "{way}"
            );
            *codes.entry(issue.code).or_default() += 1;
        }
        // A form and a single field take the same text without a word of protest.
        let _ = api::validate(request.operation(), Source::json(&text, &Kept::new()), &options).unwrap();
        let _ = api::prepare(request.operation(), Source::tape(&text), &options).unwrap();
        if at % 500 == 0 {
            is_alive(&requests);
        }
    }
    is_alive(&requests);
    println!("{COUNT} bad inputs, {} codes:", codes.len());
    for (code, count) in &codes {
        println!("{count:>8} {code}");
    }
    assert!(codes.len() > 25, "{codes:?}");
}
