//! The PLN token as a meter's key pad takes it: five groups of four digits (IEC 62055-41 has 20 digits).

/// `1234 5678 9012 3456 7890`: the text in groups of four. Whether it is a token is a rule's affair.
pub fn groups(token: &str) -> String {
    let mut groups = String::new();
    for (place, digit) in token.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        groups.push(digit);
    }
    groups
}
