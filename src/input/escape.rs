//! The escapes of a JSON text (RFC 8259, section 7).

/// The character of an escape whose backslash is read; `None` for a lone surrogate.
pub fn escape(text: &str, at: &mut usize) -> Result<Option<char>, usize> {
    let kind = text.as_bytes().get(*at).copied().ok_or(*at)?;
    *at += 1;
    Ok(Some(match kind {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = four_digits(text, at)?;
            if !(0xd800..0xe000).contains(&first) {
                return Ok(char::from_u32(first));
            }
            let mut behind = *at;
            let follows = text.get(behind..behind + 2) == Some("\\u");
            behind += 2;
            if first >= 0xdc00 || !follows {
                return Ok(None);
            }
            let second = four_digits(text, &mut behind)?;
            if !(0xdc00..0xe000).contains(&second) {
                return Ok(None);
            }
            *at = behind;
            return Ok(char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
        }
        _ => return Err(*at - 1),
    }))
}

fn four_digits(text: &str, at: &mut usize) -> Result<u32, usize> {
    let digits = text.as_bytes().get(*at..*at + 4).ok_or(*at)?;
    let mut number = 0;
    for digit in digits {
        number = number * 16 + char::from(*digit).to_digit(16).ok_or(*at)?;
    }
    *at += 4;
    Ok(number)
}
