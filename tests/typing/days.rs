//! What the control shows while a day is typed, pasted or left alone.

use crate::control::{Control, edited};
use crate::typed::{each, left_alone, pasted};

#[test]
fn a_day_is_typed_in_each_spelling() {
    each("date", "26072024", "2  26  26/0  26/07  26/07/2  26/07/20  26/07/202  26/07/2024");
    each("date", "26/07/2024", "2  26  26/  26/0  26/07  26/07/  26/07/2  26/07/20  26/07/202  26/07/2024");
    each("date", "1/2/2024", "1  1/  1/2  1/2/  1/2/2  1/2/20  1/2/202  1/2/2024");
    each("date", "1/122024", "1  1/  1/1  1/12  1/12/2  1/12/20  1/12/202  1/12/2024");
    each("date", "26-07-2024", "2  26  26-  26-0  26-07  26-07-  26-07-2  26-07-20  26-07-202  26-07-2024");
    each("date", "26-072024", "2  26  26-  26-0  26-07  26-07-2  26-07-20  26-07-202  26-07-2024");
    each("date", "26.7.2024", "2  26  26/  26/7  26/7/  26/7/2  26/7/20  26/7/202  26/7/2024");
    // A year is one where no month is, else once its hyphen comes, and never where the person parts day and month.
    each("date", "2024-07-26", "2  20  20/2  2024  2024-  2024-0  2024-07  2024-07-  2024-07-2  2024-07-26");
    each("date", "2005-7-1", "2  20  20/0  20/05  2005-  2005-7  2005-7-  2005-7-1");
    each("date", "2025/12/31", "2  20  20/2  2025  2025/  2025/1  2025/12  2025/12/  2025/12/3  2025/12/31");
    each("date", "19850601", "1  19  19/8  1985  1985/0  1985/06  1985/06/0  1985/06/01");
    each("date", "1985.6.1", "1  19  19/8  1985  1985/  1985/6  1985/6/  1985/6/1");
    each("date", "2012/05/06", "2  20  20/1  20/12  20/12/  20/12/0  20/12/05  2012/05/  2012/05/0  2012/05/06");
    each("date", "2012/5/6", "2  20  20/1  20/12  20/12/  20/12/5  2012/5/  2012/5/6");
    each("date", "31/12/05/", "3  31  31/  31/1  31/12  31/12/  31/12/0  31/12/05  31/12/05");
    each("date", "20/2/2025", "2  20  20/  20/2  20/2/  20/2/2  20/2/20  20/2/202  20/2/2025");
    each("date", "19-05-2024", "1  19  19-  19-0  19-05  19-05-  19-05-2  19-05-20  19-05-202  19-05-2024");
    each("date", "3112-1", "3  31  31/1  31/12  31/12/  31/12/1");
    each("date", "260720245", "2  26  26/0  26/07  26/07/2  26/07/20  26/07/202  26/07/2024  26/07/20245");
    // Behind a blank a month's name may follow.
    for (text, shown) in [
        ("17 8 1945", "1|17|17 |17/8|17/8 |17/8/1|17/8/19|17/8/194|17/8/1945"),
        (
            "17 Agustus 1945",
            "1|17|17 |17 A|17 Ag|17 Agu|17 Agus|17 Agust|17 Agustu|17 Agustus|17 Agustus |17 Agustus 1|17 Agustus 19|17 Agustus 194|17 Agustus 1945",
        ),
    ] {
        let mut control = Control::new("date", "|");
        for (letter, shown) in text.chars().zip(shown.split('|')) {
            assert_eq!(control.types(&letter.to_string()).shown(), format!("{shown}|"));
        }
    }
    each("date", "1//2", "1  1/  1//  1//2");
}

#[test]
fn any_spelling_of_a_day_can_be_pasted() {
    pasted("date", "26 07 2024", "26/07/2024");
    pasted("date", "1.12.2024", "1/12/2024");
    pasted("date", "2010/12/05", "2010/12/05");
    pasted("date", "1945/08/17 ", "1945/08/17");
    pasted("date", "\u{202a}1850/08/17\u{202c}", "1850/08/17");
    pasted("date", "2010.12.05", "2010/12/05");
    pasted("date", "2010 12 05", "2010/12/05");
    pasted("date", "2010-12/05", "2010-12-05");
    pasted("date", "2607/2024", "26/07/2024");
    pasted("date", "20251231", "2025/12/31");
    edited("date", "20/12/1|990", |control| control.backspaces(2).types("2/1"), "20/12/1|990");
    edited("date", "19-05-2|019", |control| control.backspaces(2).types("5-2"), "19-05-2|019");
    edited("date", "2025/12/3|1", |control| control.types("0"), "2025/12/30|1");
    edited("date", "2025/1|/31", |control| control.backspaces(1), "2025/|/31");
    edited("date", "2025/12/|31", |control| control.backspaces(1), "2025/12|31");
    edited("date", "1945/08/1|", |control| control.types("7"), "1945/08/17|");
    edited("date", "1945/08/17|", |control| control.backspaces(2), "1945/08/|");
    edited("date", "26/07/|", |control| control.pastes("2010/12/05"), "26/07/2010/12/05|");
    pasted("date", "2024-07-26", "2024-07-26");
    pasted("date", " 2024-07-26 ", "2024-07-26");
    pasted("date", " 1/2/2024 ", "1/2/2024");
    pasted("date", "1/12/2024-", "1/12/2024");
    pasted("date", "26072024-", "26/07/2024");
    pasted("date", "26 / 07 / 2024", "26/07/2024");
    pasted("date", "\u{200e}17\u{200e}/\u{200e}8\u{200e}/\u{200e}1945", "17/8/1945");
    pasted("date", "1\u{200b}7081945", "17/08/1945");
}

#[test]
fn what_no_day_is_is_left_as_typed() {
    for text in [
        "2024-07-26",
        "2024-7-2",
        "1850-07-26",
        "0001-01-01",
        "26 Juli 2024",
        "17 Agustus 1945",
        "17 ",
        "17/8 ",
        "2010/12/05",
        "2607-2024",
        "20/13/2025",
        "20/25",
        "20/25/1231",
        "126/07/2024",
        "26/07/20245",
    ] {
        left_alone("date", text);
    }
}
