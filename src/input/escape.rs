//! The escapes of a JSON text (RFC 8259, section 7).

/// The character of the escape that begins at `at`, which moves behind it; `Some(None)` for a lone surrogate, `None`
/// where `at` stops at what is no escape.
pub fn escape(text: &str, at: &mut usize) -> Option<Option<char>> {
    let kind = text.as_bytes().get(*at + 1).copied();
    *at += 1;
    let letter = match kind? {
        b'u' => {
            *at += 1;
            return surrogates(text, at);
        }
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        letter @ (b'"' | b'\\' | b'/') => char::from(letter),
        _ => return None,
    };
    *at += 1;
    Some(Some(letter))
}

fn surrogates(text: &str, at: &mut usize) -> Option<Option<char>> {
    let first = four_digits(text, at)?;
    if !(0xd800..0xe000).contains(&first) {
        return Some(char::from_u32(first));
    }
    let mut behind = *at + 2;
    if first >= 0xdc00 || text.get(*at..behind) != Some("\\u") {
        return Some(None);
    }
    let Some(second) = four_digits(text, &mut behind) else {
        *at = behind;
        return None;
    };
    if !(0xdc00..0xe000).contains(&second) {
        return Some(None);
    }
    *at = behind;
    Some(char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)))
}

fn four_digits(text: &str, at: &mut usize) -> Option<u32> {
    let mut number = 0;
    for digit in text.as_bytes().get(*at..*at + 4)? {
        number = number * 16 + char::from(*digit).to_digit(16)?;
    }
    *at += 4;
    Some(number)
}
