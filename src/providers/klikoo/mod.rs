//! Klikoo's B2B Open API, <https://klikoo-doc.readme.io>.
//!
//! Bodies are compact JSON with sorted keys; money is text; `msidn` is the provider's own spelling. The pages
//! contradict themselves in places: every such place is named where the code decides.

pub mod attraction_buy;
mod attraction_context;
pub mod destination;
mod listed;
pub mod product_buy;
pub mod product_inquiry;
pub mod response;
#[cfg(feature = "hook")]
pub mod transaction_detail;
#[cfg(feature = "hook")]
pub mod transaction_history;
pub mod transport_block_seat;
mod trip_context;
