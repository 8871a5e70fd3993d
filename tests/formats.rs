//! How values are written for people: amounts, days and moments, tokens, masks.
#![cfg(not(target_arch = "wasm32"))]

use std::error::Error;

use kasir::format::{Language, Zone, date, masks, rupiah, token};

#[test]
fn languages_and_zones_are_found_by_name() {
    assert_eq!(Language::named("id"), Some(Language::Id));
    assert_eq!(Language::named("en"), Some(Language::En));
    assert_eq!(Language::named("EN"), None);
    assert_eq!(
        Zone::ALL.iter().map(|zone| Zone::named(zone.as_str())).collect::<Vec<_>>(),
        [Some(Zone::Wib), Some(Zone::Wita), Some(Zone::Wit)]
    );
    assert_eq!(Zone::named("UTC"), None);
}

/// What Intl prints: `fixtures/format/make.mjs`.
#[derive(serde::Deserialize)]
struct Known {
    rupiah: Vec<(String, String)>,
    days: Vec<(String, String, String)>,
    moments: Vec<KnownMoment>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct KnownMoment {
    #[serde(rename = "text")]
    text: String,
    wib: (String, String),
    wita: (String, String),
    wit: (String, String),
}

fn known() -> serde_json::Result<Known> {
    serde_json::from_str(include_str!("fixtures/format/known.json"))
}

#[test]
fn rupiah_are_written_as_intl_writes_them() -> Result<(), Box<dyn Error>> {
    for (amount, text) in known()?.rupiah {
        assert_eq!(rupiah::rupiah(amount.parse()?), text);
    }
    Ok(())
}

#[test]
fn days_are_written_as_intl_writes_them() -> Result<(), Box<dyn Error>> {
    for (iso, id, en) in known()?.days {
        assert_eq!(date::day(&iso, Language::Id), Some(id));
        assert_eq!(date::day(&iso, Language::En), Some(en));
    }
    Ok(())
}

#[test]
fn moments_are_written_as_intl_writes_them_in_every_zone() -> Result<(), Box<dyn Error>> {
    for moment in known()?.moments {
        let text = &moment.text;
        assert_eq!(date::moment(text, Language::Id).as_ref(), Some(&moment.wib.0), "{text}");
        let zones = [(Zone::Wib, moment.wib), (Zone::Wita, moment.wita), (Zone::Wit, moment.wit)];
        for (zone, (id, en)) in zones {
            assert_eq!(date::moment_in(text, zone, Language::Id), Some(id), "{text}");
            assert_eq!(date::moment_in(text, zone, Language::En), Some(en), "{text}");
        }
    }
    Ok(())
}

#[test]
fn what_the_standard_leaves_open_in_a_moment_is_read() {
    let expected = Some("30 April 2024, 07:56 WIB".to_owned());
    for text in ["2024-04-30t00:56:28z", "2024-04-30 00:56:28Z", "2024-04-30T00:56:60Z", "2024-04-29T20:56:28-04:00"] {
        assert_eq!(date::moment(text, Language::En), expected, "{text}");
    }
}

#[test]
fn odd_times_are_not_shown() {
    let odd = [
        "",
        "0001-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "024-05-21T04:54:18.788451Z",
        "2024-02-07T10:28:35.000+07:0",
        "2023-12-19T17:00:00",
        "2023-12-19T17:00Z",
        "2023-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-10T00:00:00Z",
        "2024-04-31T00:00:00Z",
        "2024-04-30T24:00:00Z",
        "2024-04-30T23:60:00Z",
        "2024-04-30T23:59:61Z",
        "2024-04-30T23:59:59.Z",
        "2024-04-30T23:59:59.1234567890Z",
        "2024-04-30T23:59:59+24:00",
        "2024-04-30T23:59:59+0700",
        "2024-04-30T23:59:59Z ",
        " 2024-04-30T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "２０２４-04-30T23:59:59Z",
        "1714435200",
    ];
    for text in odd {
        assert_eq!(date::moment(text, Language::Id), None, "{text}");
    }
    for text in ["", "0001-01-01", "2024-02-30", "2024-7-26", "26/07/2024", "2024-07-26T00:00:00Z", "24-07-26"] {
        assert_eq!(date::day(text, Language::Id), None, "{text}");
    }
}

#[test]
fn a_token_stands_in_groups_of_four() {
    assert_eq!(token::groups("12345678901234567890"), "1234 5678 9012 3456 7890");
    assert_eq!(token::groups("12345"), "1234 5");
    assert_eq!(token::groups(""), "");
}

#[test]
fn masks_show_the_ends_only() {
    assert_eq!(masks::msisdn("081266666647"), "0812****6647");
    assert_eq!(masks::msisdn("0817345544"), "0817****44");
    assert_eq!(masks::msisdn("08123"), "*****");
    assert_eq!(masks::nik("3174100912960001"), "3174********0001");
    assert_eq!(masks::account("01105691111"), "01*******11");
    assert_eq!(masks::account("abc"), "***");
    assert_eq!(masks::account(""), "");
    assert_eq!(masks::email("budi@example.com"), "b***@example.com");
    assert_eq!(masks::email("b@example.com"), "***@example.com");
    assert_eq!(masks::email("budi"), "****");
}
