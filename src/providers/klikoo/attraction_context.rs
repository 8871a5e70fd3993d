//! A booking held against the attraction's detail, where the page knows it.
//!
//! Source: Get Product Attraction, <https://klikoo-doc.readme.io/reference/get-product-attraction>: `booking_field` is a
//! list of `{ key, type, list_option: [{ code, name }] }`, `calendar` one of `{ date, … }`, `start_date` and `end_date`
//! are days. `customer_booking_field` is printed as a boolean and as `null`; a list is taken to be like `booking_field`.
//! No page marks a key as optional, so every one is asked for. Empty lists, and those in which something cannot be read,
//! are not known.

use std::ops::Range;

use crate::check::Check;
use crate::code::Code;
use crate::input::{Node, Value};
use crate::issue::{Finding, UNTOLD};
use crate::providers::klikoo::attraction_buy::{KEY, VALUE};
use crate::providers::klikoo::listed::{Listed, listed_day, listed_text};
use crate::rules::calendar_day::calendar_day;

/// Tells a day on which the attraction is not offered.
pub fn day(place: usize, check: &mut Check<'_, '_>) {
    let attraction = check.context.answer("attraction");
    let Ok(day) = calendar_day(check.text(place)) else { return };
    let early = listed_day(attraction, "start_date").is_some_and(|start| day < start);
    let late = listed_day(attraction, "end_date").is_some_and(|end| day > end);
    let mut absent = false;
    for listed in attraction.get("calendar").children() {
        absent = listed_day(listed, "date").is_some_and(|listed| listed != day);
        if !absent {
            break;
        }
    }
    if early || late || absent {
        check.tell(place, Code::DateNotOffered);
    }
}

/// Tells the keys that are left out or not asked for, and values that are none of a key's options. At each place stands a
/// list of pairs, or a customer whose first value is one; `name` is what the attraction's detail calls the list of keys.
pub fn answers(places: Range<usize>, name: &str, check: &mut Check<'_, '_>) {
    let asked = check.context.answer("attraction").get(name);
    for field in asked.children() {
        let Some(key) = listed_text(field, "key") else { continue };
        let is_select = field.text("type") == Some("select");
        let mut options = Listed::of(if is_select { field.get("list_option") } else { Node::NONE }, "code");
        for place in places.clone() {
            let list = check.sheet.record(place).unwrap_or(place);
            let mut is_missing = matches!(check.sheet.at(list), Value::Rows(..) | Value::Absent);
            for row in check.sheet.rows(list) {
                let Some(pair) = check.sheet.record(row) else { continue };
                if check.text(pair + KEY) == key {
                    is_missing = false;
                    options.hold(pair + VALUE, Finding::limited(Code::ChoiceUnknown, UNTOLD), check);
                }
            }
            if is_missing {
                check.desk.tell(list, Code::BookingKeyMissing.into(), Some(key));
            }
        }
    }
    let mut keys = Listed::of(asked, "key");
    for place in places {
        keys.hold_rows(check.sheet.record(place).unwrap_or(place), KEY, Code::FieldUnknown.into(), check);
    }
}
