//! What the provider has told of attractions and trips.

use std::sync::OnceLock;

use kasir::input::{ANSWER, Tree, json};
use serde_json::{Value, json};

const ATTRACTION: &str = include_str!("../fixtures/klikoo/attraction_buy/context/the_printed_detail.json");
const TRIP: &str = include_str!("../fixtures/klikoo/transport_block_seat/context/the_printed_trip.json");

fn printed(text: &str) -> Value {
    serde_json::from_str::<Value>(text).expect("JSON")["data"].take()
}

/// The attraction as its page prints it, or as the printed order fits it: the two are of different days and options.
pub fn attraction(fits: bool) -> Value {
    let mut data = printed(ATTRACTION);
    if fits {
        data["booking_field"][0]["list_option"][0]["code"] = "3b385b66-4cc1-4ac8-bcfc-311b21fa64af".into();
        data["calendar"][0]["date"] = "2024-07-26".into();
        data["start_date"] = "2024-07-26".into();
    }
    data
}

/// The trip as its page prints it, or as the printed order fits it.
pub fn trip(fits: bool) -> Value {
    let mut data = printed(TRIP);
    if fits {
        data["id"] = 188_336.into();
        data["depart_time"] = "2024-08-01T04:45:00+07:00".into();
        data["seats"][0]["name"] = "8".into();
    }
    data
}

/// The tape of an attraction and both trips, of each with a key fewer.
pub fn answers(choice: usize) -> Tree<'static> {
    static TAPES: OnceLock<Vec<String>> = OnceLock::new();
    let tapes = TAPES.get_or_init(|| (0..32).map(|at| tape(at % 2 == 0, at / 2)).collect());
    Tree::read(&tapes[choice % tapes.len()], ANSWER)
}

fn tape(fits: bool, without: usize) -> String {
    let mut told = [attraction(fits), trip(fits), trip(fits)];
    for data in &mut told {
        let members = data.as_object_mut().expect("an object");
        let key = members.keys().nth(without).cloned();
        key.and_then(|key| members.remove(&key));
    }
    let [attraction, trip, back] = told;
    let text = json!({ "attraction": attraction, "trip": trip, "returnTrip": back }).to_string();
    json::tape(&text).expect("JSON")
}
