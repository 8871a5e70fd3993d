//! Values by themselves: telephone numbers and amounts, and what holds for each kind.

use kasir::code::Code;
use kasir::desk::{Desk, Kept, Rule};
use kasir::issue::{Codes, Finding};
use kasir::parse::{self, ParseKind};
use kasir::rules::{msisdn as telephone, rupiah as money};

use super::blanks::{UNSEEN, trimmed};
use super::reached::reached;
use super::{chosen, masks, options};

fn read(rule: Rule, text: &str) -> Result<String, Finding> {
    let kept = Kept::new();
    Desk::new(options(0).today, &kept).read(rule, text).map(str::to_owned)
}

/// A number that is taken is made of the digits that were typed, is of the plan's length, and is read again as itself.
pub fn msisdn(text: &str) {
    masks::masked(text);
    let (choice, text) = chosen(text);
    let text = trimmed(text);
    if text.is_empty() {
        return;
    }
    let typed: String = text.chars().filter_map(digit).collect();
    for (name, rule, shortest) in [("mobile", telephone::mobile as Rule, 10), ("contact", telephone::contact, 8)] {
        let Ok(number) = read(rule, text) else { continue };
        reached("number", name);
        assert!(number.starts_with('0') && (shortest..=13).contains(&number.len()), "{number}");
        assert!(number.bytes().all(|byte| byte.is_ascii_digit()) && typed.ends_with(&number[1..]), "{number}");
        assert_eq!(read(rule, &number), Ok(number.clone()));
        assert_eq!(read(rule, &format!("+62{}", &number[1..])), Ok(number));
    }
    // Who is called on a mobile phone can be reached there.
    if let Ok(mobile) = read(telephone::mobile, text) {
        assert!(mobile.starts_with("08"), "{mobile}");
        assert_eq!(read(telephone::contact, text), Ok(mobile));
    }
    for code in ["62", "65", "1", "247", ""] {
        let kept = Kept::new();
        let mut desk = Desk::new(options(0).today, &kept);
        desk.lay(0, text);
        if telephone::subscriber(code, &mut desk).is_ok() {
            let number = desk.text;
            reached("number", "subscriber");
            assert!(typed.ends_with(number) && (4..=15).contains(&number.len()), "{code} {number}");
            assert!(telephone::subscriber(code, &mut desk).is_ok() && desk.text == number, "{code} {number} again");
        }
    }
    let kept = Kept::new();
    let mut desk = Desk::new(options(0).today, &kept);
    desk.lay(0, text);
    telephone::spelled(&mut desk);
    assert!(desk.text == text || Ok(desk.text.to_owned()) == read(telephone::mobile, text));
    parsed(ParseKind::Msisdn, text, choice, read(telephone::mobile, text).ok());
}

/// The digit that a character of one of four scripts writes.
pub fn digit(letter: char) -> Option<char> {
    let zeros = ['0', '\u{ff10}', '\u{660}', '\u{6f0}'];
    let value = zeros.iter().filter_map(|zero| (letter as u32).checked_sub(*zero as u32)).find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10))
}

/// An amount is what the words of `src/rules/rupiah.rs` make of the text, read here once more in another way.
pub fn rupiah(text: &str) {
    let (choice, text) = chosen(text);
    let text = trimmed(text);
    let digits = amount(&text.replace(|letter| UNSEEN.contains(letter), "")).map(|amount| amount.to_string());
    if !text.is_empty() {
        assert_eq!(read(money::rupiah, text).ok(), digits);
        digits.iter().for_each(|_| reached("amount", "read"));
        parsed(ParseKind::Rupiah, text, choice, digits);
    }
    assert_eq!(money::number(text), amount(text));
}

fn amount(text: &str) -> Option<u64> {
    let lower = text.to_ascii_lowercase();
    let symbol = ["rp.", "rp", "idr"].into_iter().find(|symbol| lower.starts_with(symbol));
    let text = symbol.map_or(text, |symbol| text[symbol.len()..].trim_start_matches([' ', '\u{a0}']));
    let (whole, sen) = text.split_once(',').unwrap_or((text, "0"));
    let is_nothing = |sen: &str| matches!(sen.len(), 1 | 2) && sen.bytes().all(|byte| matches!(byte, b'0' | b'-'));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    let digits = groups.concat();
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let amount: u128 =
        if all_digits { digits.trim_start_matches('0').chars().take(20).collect::<String>().parse().ok()? } else { 0 };
    let fits = is_nothing(sen) && is_grouped && (1..=9_007_199_254_740_991).contains(&amount);
    fits.then_some(u64::try_from(amount).ok()?)
}

/// A value of the kind that the first character chooses: what is taken is read again as itself.
pub fn any_kind(text: &str) {
    let (choice, text) = chosen(text);
    of_kind(ParseKind::ALL[choice % ParseKind::ALL.len()], text, choice);
}

pub fn of_kind(kind: ParseKind, text: &str, choice: usize) {
    let kept = Kept::new();
    let told = parse::parse(kind.as_str(), text, &options(choice), &kept).expect("a known kind");
    let value = told.value.map(str::to_owned);
    parsed(kind, text, choice, value.clone());
    if let Some(value) = value {
        reached("accepted", kind.as_str());
        parsed(kind, &value, choice, Some(value.clone()));
    }
}

/// What `parse` says of the text: the rule's value, the mask of its kind, issues that are told.
pub fn parsed(kind: ParseKind, text: &str, choice: usize, value: Option<String>) {
    let kept = Kept::new();
    let name = kind.as_str();
    let options = options(choice);
    let parsed = parse::parse(name, text, &options, &kept).expect("a known kind");
    assert_eq!(parsed.value, value.as_deref(), "{name}");
    // What is likely a slip stands beside the value that it is about, as the error that it was made.
    let mut errors = parsed.issues.iter().filter(|issue| issue.severity == "error").map(|issue| issue.code);
    let slips = |code: &str| Code::named(code).is_some_and(|code| Codes::NONE.severity(code).as_str() == "advice");
    assert!(if value.is_none() { errors.count() == 1 } else { errors.all(slips) }, "{name} {text}");
    assert_eq!(parsed.masked, value.and_then(|value| masks::of_kind(kind, &value)), "{name}");
    for issue in &parsed.issues {
        assert_eq!((issue.path.name.as_str(), &issue.path.pointer), (name, &format!("/{name}")));
        assert!(!issue.message.is_empty());
    }
}
