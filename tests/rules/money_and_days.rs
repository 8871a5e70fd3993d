//! Amounts, days, times, percentages.

use crate::read::calendar_day::{CalendarDay, birth, calendar_day, coming, date};
use crate::read::percentage::percentage;
use crate::read::rupiah::{LARGEST, number, rupiah};
use crate::read::time_of_day::time_of_day;
use kasir::code::Code;

use crate::answer::{a_desk, a_desk_on, day, is_borrowed, refused};

#[test]
fn an_amount_has_many_spellings() {
    let spellings = [
        "20500",
        "0020500",
        "20.500",
        "Rp20500",
        "Rp20.500",
        "Rp 20.500",
        "Rp\u{a0}20.500,00",
        "Rp. 20.500",
        "rp20500",
        "IDR 20.500",
        "20.500,00",
        "20500,0",
    ];
    for spelling in spellings {
        assert_eq!(rupiah(spelling, &mut a_desk()).unwrap(), "20500", "{spelling}");
        assert_eq!(number(spelling), Some(20_500), "{spelling}");
    }
}

#[test]
fn bare_digits_are_taken_as_they_are() {
    is_borrowed(rupiah, "20500");
    is_borrowed(rupiah, "00020500");
    is_borrowed(rupiah, "Rp 20500");
}

#[test]
fn an_amount_with_two_readings_is_refused_not_guessed() {
    for text in ["20,500", "1,234,567", "20.5", "20.50", "20,500.00", "20.500.00", "1.234,567", "12.34.567", "1234.567"]
    {
        assert_eq!(refused(rupiah(text, &mut a_desk())), (Code::AmountAmbiguous, vec![]), "{text}");
    }
    // Nobody groups behind a zero: a half in English, or a slip.
    for text in ["0.500", "Rp 0.500", "0.500.000", "00.500", "01.500", "0.500,00", "0.500,50", "0.000"] {
        assert_eq!(refused(rupiah(text, &mut a_desk())), (Code::AmountAmbiguous, vec![]), "{text}");
        assert_eq!(number(text), None, "{text}");
    }
    for text in ["0500", "00500", "Rp 0500", "0500,00"] {
        assert_eq!(rupiah(text, &mut a_desk()), Ok("500"), "{text}");
    }
}

#[test]
fn refused_amounts_name_the_fault() {
    assert_eq!(refused(rupiah("20.500,50", &mut a_desk())), (Code::AmountHasDecimals, vec![]));
    assert_eq!(refused(rupiah("20500,5", &mut a_desk())), (Code::AmountHasDecimals, vec![]));
    for text in [
        "dua puluh",
        "-20500",
        "+20500",
        "20 500",
        "Rp",
        "Rp.",
        "USD 20",
        "2e4",
        "٢٠٥٠٠",
        ",",
        ".500",
        "20.",
        "1:5",
        "5:",
    ] {
        assert_eq!(refused(rupiah(text, &mut a_desk())), (Code::AmountNotDigits, vec![]), "{text}");
    }
    for text in ["0", "000", "Rp 0", "0,00"] {
        assert_eq!(refused(rupiah(text, &mut a_desk())), (Code::AmountZero, vec![]), "{text}");
    }
}

#[test]
fn the_largest_amount_is_the_largest_exact_integer() {
    assert_eq!(rupiah("9007199254740991", &mut a_desk()).unwrap(), "9007199254740991");
    assert_eq!(number("9.007.199.254.740.991"), Some(LARGEST));
    for text in ["9007199254740992", "99999999999999999999999999", "9.007.199.254.740.992"] {
        assert_eq!(refused(rupiah(text, &mut a_desk())), (Code::AmountTooLarge, vec![("max", LARGEST)]), "{text}");
        assert_eq!(number(text), None);
    }
    assert_eq!(rupiah("000000000000000000009007199254740991", &mut a_desk()).unwrap(), "9007199254740991");
}

#[test]
fn a_day_is_read_in_the_providers_and_the_peoples_order() {
    for text in [
        "1996-12-09",
        "09/12/1996",
        "9/12/1996",
        "09-12-1996",
        "9-12-1996",
        "09.12.1996",
        "9.12.1996",
        "9 12 1996",
        "1996/12/09",
        "1996.12.09",
        "1996 12 09",
    ] {
        let found = day(text);
        assert_eq!((found.year(), found.month(), found.day()), (1996, 12, 9), "{text}");
        assert_eq!(date(text, &mut a_desk()).unwrap(), "1996-12-09", "{text}");
    }
    // As old versions of Edge print a day.
    assert_eq!(date("\u{200e}9\u{200e}/\u{200e}12\u{200e}/\u{200e}1996", &mut a_desk()).unwrap(), "1996-12-09");
    is_borrowed(date, "1996-12-09");
    assert_eq!(CalendarDay::new(1, 2, 3).unwrap().iso(), "0001-02-03");
}

#[test]
fn what_is_no_date_and_what_is_no_day_differ() {
    let malformed = [
        "1996-1-9",
        "1996/12.09",
        "1996/12/9",
        "9 12.1996",
        "9  12 1996",
        "9. 12. 1996",
        "9_12_1996",
        "09/12/96",
        "19961209",
        "9 Des 1996",
        "09/12-1996",
        "1996-12-09T00:00",
        "1996-12",
        "--",
        "/",
        "+1/12/1996",
        "09/12/1996/",
        "1996--12-09",
        "０９/12/1996",
    ];
    for text in malformed {
        assert_eq!(refused(calendar_day(text)), (Code::DateMalformed, vec![]), "{text}");
    }
    for text in
        ["2023-02-29", "30/02/2024", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "31/04/2024", "0000-01-01"]
    {
        assert_eq!(refused(calendar_day(text)), (Code::DateNotRealDay, vec![]), "{text}");
    }
    assert_eq!(day("2000-02-29").iso(), "2000-02-29");
}

#[test]
fn days_are_counted_from_1970() {
    assert_eq!(day("1970-01-01").days(), 0);
    assert_eq!(day("2000-02-29").days(), 11_016);
    assert_eq!(day("1969-12-31").days(), -1);
    assert_eq!(CalendarDay::from_days(-719_162), CalendarDay::new(1, 1, 1));
    assert_eq!(CalendarDay::from_days(2_932_896), CalendarDay::new(9999, 12, 31));
    for beyond in [-719_163, 2_932_897, i64::MIN, i64::MAX] {
        assert_eq!(CalendarDay::from_days(beyond), None);
    }
}

#[test]
fn every_day_of_the_calendar_survives_the_count() {
    let mut before = None;
    for days in -719_162..=2_932_896 {
        let found = CalendarDay::from_days(days);
        assert_eq!(found.map(CalendarDay::days), Some(days));
        assert!(found > before);
        before = found;
    }
}

#[test]
fn a_leap_day_child_gets_older_on_the_first_of_march() {
    let born = day("2020-02-29");
    assert_eq!(born.age_on(day("2021-02-28")), Some(0));
    assert_eq!(born.age_on(day("2021-03-01")), Some(1));
    assert_eq!(born.age_on(day("2024-02-29")), Some(4));
    assert_eq!(born.age_on(born), Some(0));
    assert_eq!(born.age_on(day("2020-02-28")), None);
}

#[test]
fn a_birth_is_past_and_at_most_120_years_ago() {
    let today = &mut a_desk_on("2024-07-01");
    assert_eq!(birth("2024-07-01", today), Ok("2024-07-01"));
    assert_eq!(birth("2/7/1903", today), Ok("1903-07-02"));
    assert_eq!(refused(birth("2024-07-02", today)), (Code::DateInFuture, vec![]));
    assert_eq!(refused(birth("1903-07-01", today)), (Code::DateTooOld, vec![("max", 120)]));
    assert_eq!(refused(birth("1903-02-29", today)), (Code::DateNotRealDay, vec![]));
}

#[test]
fn a_day_to_come_is_today_or_later() {
    let today = &mut a_desk_on("2024-07-01");
    assert_eq!(coming("2024-07-01", today), Ok("2024-07-01"));
    assert_eq!(coming("31-12-2024", today), Ok("2024-12-31"));
    assert_eq!(refused(coming("2024-06-30", today)), (Code::DateInPast, vec![]));
}

#[test]
fn a_time_is_read_with_a_dot_and_without_its_zero() {
    for text in ["09:30", "9:30", "09.30", "9.30"] {
        assert_eq!(time_of_day(text, &mut a_desk()).unwrap(), "09:30", "{text}");
    }
    is_borrowed(time_of_day, "23:59");
    for text in ["930", "09:3", "09:300", "9:30 AM", "09:30:00", ":30", "09:", "009:30", "09:.30", "-9:30"] {
        assert_eq!(refused(time_of_day(text, &mut a_desk())), (Code::TimeMalformed, vec![]), "{text}");
    }
    for text in ["24:00", "12:60", "99.99"] {
        assert_eq!(refused(time_of_day(text, &mut a_desk())), (Code::TimeNotReal, vec![]), "{text}");
    }
}

#[test]
fn a_percentage_keeps_its_digits() {
    for (text, value) in [
        ("1.4", "1.4"),
        ("1,4", "1.4"),
        ("1.40", "1.40"),
        ("0", "0"),
        ("-2.5", "-2.5"),
        ("0.05", "0.05"),
        ("123456789.012345", "123456789.012345"),
    ] {
        assert_eq!(percentage(text, &mut a_desk()).unwrap(), value);
    }
    is_borrowed(percentage, "1.4");
    let refusals =
        ["", "1e2", "1E2", "01", "+1", ".5", "5.", "1.4.5", "1,4,5", "-0", "-0.0", "--1", "NaN", "1 4", "1.4%", "0x1"];
    for text in refusals.iter().chain(&["1234567890.123456", "1:2", "5:", ":"]) {
        assert_eq!(refused(percentage(text, &mut a_desk())), (Code::PercentageMalformed, vec![]), "{text}");
    }
}
