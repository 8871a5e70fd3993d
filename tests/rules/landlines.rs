//! Landlines of Indonesia, by area and length.

use crate::read::landline;

#[test]
fn landlines_are_told_by_area_and_length() {
    let known = [
        "218350123",
        "2112345678",
        "22123456",
        "2412345678",
        "311234567",
        "611234567",
        "61912345678",
        "274123456",
        "361234567",
        "711123456",
        "628123456",
        "98412345",
    ];
    let unknown = [
        "2112345",
        "21123456789",
        "20123456",
        "301234567",
        "441234567",
        "54012345678",
        "8041234567",
        "27412345678901",
        "",
    ];
    for national in known {
        assert!(landline::fits(national), "{national}");
    }
    for national in unknown {
        assert!(!landline::fits(national), "{national}");
    }
}

/// What libphonenumber-js with its full metadata takes for a fixed line, of each length up to 19.
#[test]
fn a_landline_is_as_long_as_its_area_allows() {
    for (area, lengths) in [
        ("21", 9..=10),
        ("22", 8..=10),
        ("24", 9..=10),
        ("31", 7..=10),
        ("61", 7..=10),
        ("619", 7..=11),
        ("274", 8..=11),
        ("620", 8..=11),
    ] {
        for length in 1..=19 {
            let national: String = area.chars().chain("23456789123456789".chars()).take(length).collect();
            assert_eq!(landline::fits(&national), lengths.contains(&length), "{national}");
        }
    }
}

/// What libphonenumber-js with its full metadata takes for a fixed line, of each area and six digits.
#[test]
fn a_landline_is_of_an_area() {
    let areas = "210-229 231-234 240-249 251-254 260-268 271-276 280-289 291-298 310-319 321-328 331-336 338 341-343 \
            351-358 361-363 365-366 368 370-374 376 379-389 401-405 408-411 413-414 417-423 426-428 430-432 \
            434-436 438 443 451-453 457-458 461-465 471 473-474 481-482 484-485 511-513 515-519 522 525-528 \
            531-532 534-539 541-543 545 548-549 551-554 556 561-568 610-629 631-636 639 641-646 650-659 702 \
            711-719 721-739 741-748 751-773 776-779 901-902 910-911 913-918 920-924 927 929 951-952 955-958 \
            962-963 966-967 969 971 975 979-981 983-984 986";
    let bounds = |areas: &str| {
        let (first, last) = areas.split_once('-').unwrap_or((areas, areas));
        first.parse().unwrap()..=last.parse::<u32>().unwrap()
    };
    let areas: Vec<_> = areas.split(' ').map(bounds).collect();
    for area in 100..1000 {
        let is_one = areas.iter().any(|bounds| bounds.contains(&area));
        assert_eq!(landline::fits(&format!("{area}234567")), is_one, "{area}");
    }
}
