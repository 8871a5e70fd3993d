//! Bus seats held against their trips: which trip, which seats, how many, when.

use serde_json::{Value, json};

use crate::base::seats;
use crate::case::Case;
use crate::support;

const FIRST: &str = "/departure/passengers/0/seat_name";
const SECOND: &str = "/departure/passengers/1/seat_name";
const TRIP: &str = "/departure/trip_id";
const BACK: &str = "/return/trip_id";

/// A trip that the flawless input fits; made after the page's.
fn trip(id: u64, leaves: &str) -> Value {
    let seats: Vec<Value> = (1..=12).map(|name| json!({ "name": name.to_string(), "price": 98000 })).collect();
    json!({ "id": id, "available_seat": 12, "depart_time": leaves, "seats": seats })
}

fn out() -> Value {
    trip(188336, "2024-07-04T07:15:00+07:00")
}

fn with(at: &str, value: Value) -> Value {
    let mut trip = out();
    support::pointer::set(&mut trip, at, value);
    trip
}

fn one_way(trip: Value) -> Case {
    seats().without("/return").context(json!({ "trip": trip }))
}

fn both(back: Value) -> Case {
    seats().context(json!({ "trip": out(), "returnTrip": back }))
}

fn arriving(arrival: Value, back: &str) -> Case {
    let there = with("/arrival_time", arrival);
    seats().context(json!({ "trip": there, "returnTrip": trip(188337, back) }))
}

fn printed() -> Vec<Case> {
    let printed =
        support::fixture::<Value>("klikoo/transport_block_seat/context/the_printed_trip.json")["data"].clone();
    let case = || one_way(printed.clone()).today("2024-05-01").set(TRIP, 188328).without("/departure/passengers/1");
    let mut cases = vec![
        case().set(FIRST, "19"),
        case().set(FIRST, "8").error("seat.not_free", FIRST, json!({})),
        case().set(FIRST, "19").today("2024-05-02").error("trip.in_past", TRIP, json!({})),
        // The trip of the printed request is another one than that of the printed answer.
        case().set(TRIP, 188336).error("trip.mismatch", TRIP, json!({})),
    ];
    // Whatever a trip makes mandatory has to be there anyway: PHONE, EMAILID and NAME.
    for at in
        ["/order_detail/phone_number", "/order_detail/email", "/order_detail/name", "/departure/passengers/0/name"]
    {
        cases.push(case().set(FIRST, "19").without(at).error("field.missing", at, json!({})));
    }
    cases
}

fn trips() -> Vec<Case> {
    let back = |id: u64, leaves: &str| trip(id, leaves);
    let evening = "2024-07-04T19:00:00+07:00";
    vec![
        one_way(out()),
        one_way(out()).form(),
        both(back(188337, evening)),
        one_way(with("/id", json!("188336"))),
        one_way(out()).set(TRIP, "0188336"),
        // Of another trip neither seats nor times are held against anything.
        one_way(with("/seats", json!([{ "name": "99" }]))).set(TRIP, 188335).error("trip.mismatch", TRIP, json!({})),
        one_way(out()).without(TRIP).error("field.missing", TRIP, json!({})),
        both(back(188338, evening)).error("trip.mismatch", BACK, json!({})),
        seats().context(json!({ "returnTrip": back(188338, evening) })).error("trip.mismatch", BACK, json!({})),
        one_way(with("/depart_time", json!("2024-07-01T00:15:00+07:00"))),
        one_way(with("/depart_time", json!("2024-06-30T23:45:00+07:00"))).error("trip.in_past", TRIP, json!({})),
        // Whoever has chosen no trip has chosen none that has left.
        one_way(with("/depart_time", json!("2024-06-30T23:45:00+07:00"))).without(TRIP).error(
            "field.missing",
            TRIP,
            json!({}),
        ),
        both(back(188337, "2024-07-04T07:14:00+07:00")).without(BACK).error("field.missing", BACK, json!({})),
        // A day of birth after the trip is not told: a trip in the past is told itself, and before one to come all are born.
        one_way(with("/depart_time", json!("2024-06-29T10:00:00+07:00")))
            .set("/departure/passengers/0/dob", "2024-06-30")
            .advice("nik.birth_differs", "/departure/passengers/0/id_card_number", json!({}))
            .error("trip.in_past", TRIP, json!({})),
        both(back(188337, "2024-07-04T07:14:00+07:00")).advice("trip.return_too_early", BACK, json!({})),
        both(back(188337, "2024-07-04T07:14:00+07:00")).treat_as_error("typos").error(
            "trip.return_too_early",
            BACK,
            json!({}),
        ),
        both(back(188337, "2024-07-04T07:15:00+07:00")),
        arriving(json!("2024-07-04T14:35:00+07:00"), "2024-07-04T14:34:00+07:00").advice(
            "trip.return_too_early",
            BACK,
            json!({}),
        ),
        arriving(json!("2024-07-04T14:35:00+07:00"), "2024-07-04T14:35:00+07:00"),
        arriving(json!(null), "2024-07-04T07:15:00+07:00"),
        arriving(json!("20:00"), "2024-07-04T07:14:00+07:00").advice("trip.return_too_early", BACK, json!({})),
        arriving(json!("0001-01-01T00:00:00+07:00"), "2024-07-04T07:14:00+07:00").advice(
            "trip.return_too_early",
            BACK,
            json!({}),
        ),
        // A time of another form is held against nothing but the day.
        both(back(188337, "2024-07-03")),
        both(back(188337, "2024-06-03")).error("trip.in_past", BACK, json!({})),
    ]
}

fn free_seats() -> Vec<Case> {
    let two = json!([{ "name": "8" }, { "name": "9", "taken": true }]);
    vec![
        one_way(out()).set(SECOND, "13").error("seat.not_free", SECOND, json!({})),
        one_way(out()).set(SECOND, "13").form().error("seat.not_free", SECOND, json!({})),
        one_way(out())
            .set(FIRST, "13")
            .set(SECOND, "13")
            .error("seat.not_free", FIRST, json!({}))
            .error("seat.not_free", SECOND, json!({}))
            .error("rows.duplicate", SECOND, json!({ "first": 1 })),
        one_way(out()).without(SECOND).error("field.missing", SECOND, json!({})),
        one_way(out()).set(FIRST, " 12 "),
        both(trip(188337, "2024-07-05T07:15:00+07:00")).set("/return/passengers/0/seat_name", "0").error(
            "seat.not_free",
            "/return/passengers/0/seat_name",
            json!({}),
        ),
        one_way(with("/seats", two.clone())).error("seat.not_free", SECOND, json!({})),
        one_way(with("/seats", json!([{ "name": "8", "taken": false }, { "name": 9, "taken": "yes" }]))),
        one_way(with("/seats", json!([{ "name": "8 " }, { "name": "9" }]))),
        // Two decks may use one name.
        one_way(with("/seats", json!([{ "name": "8" }, { "name": "9", "taken": true }, { "name": "9" }]))),
        one_way(with("/available_seat", json!(2))),
        one_way(with("/available_seat", json!(1))).error(
            "seat.not_enough",
            "/departure/passengers",
            json!({ "available": 1 }),
        ),
        one_way(json!({ "available_seat": "0" })).error(
            "seat.not_enough",
            "/departure/passengers",
            json!({ "available": 0 }),
        ),
        one_way(json!({ "available_seat": 0 })).set("/departure/passengers", json!([])).error(
            "rows.too_few",
            "/departure/passengers",
            json!({ "min": 1 }),
        ),
    ]
}

/// What leaves something out, or has something else in its place, does not tell.
fn unknown() -> Vec<Case> {
    let mut trips = vec![json!(null), json!(5), json!("x"), json!(true), json!([]), json!({}), json!([out()])];
    for key in ["id", "available_seat", "depart_time", "seats"] {
        for odd in [
            json!(null),
            json!(""),
            json!(" "),
            json!(false),
            json!([]),
            json!([null]),
            json!([5, "x"]),
            json!([{}]),
            json!({}),
            json!([[[]]]),
        ] {
            trips.push(json!({ key: odd }));
        }
    }
    trips
        .push(json!({ "available_seat": -1, "depart_time": "0001-01-01T00:00:00Z", "seats": [{ "name": "1" }, { "price": 1 }] }));
    trips.push(json!({ "available_seat": "1.5", "depart_time": 20200101, "seats": [{ "name": "1" }, { "name": "" }] }));
    trips.push(json!({ "available_seat": 1e30, "depart_time": "yesterday, at noon", "seats": "1" }));
    trips.into_iter().map(one_way).collect()
}

/// A thousand passengers in a bus of a thousand seats.
fn many() -> Vec<Case> {
    let seats: Vec<Value> = (0..1000).map(|name| json!({ "name": format!("{name}A"), "taken": name == 999 })).collect();
    let passenger = |name: u32| json!({ "seat_name": format!("{name}A"), "name": "Pandu", "dob": "1996-12-09", "gender": "male", "id_card_number": format!("C{name:07}") });
    let passengers: Vec<Value> = (0..1000).map(passenger).collect();
    let case = one_way(json!({ "seats": seats })).set("/departure/passengers", passengers);
    let cards = (0..1000).map(|at| format!("/departure/passengers/{at}/id_card_number"));
    vec![cards.fold(case, |case, at| case.advice("id_card.looks_like_passport", &at, json!({}))).error(
        "seat.not_free",
        "/departure/passengers/999/seat_name",
        json!({}),
    )]
}

pub fn cases() -> Vec<Case> {
    [printed(), trips(), free_seats(), unknown(), many()].into_iter().flatten().collect()
}
