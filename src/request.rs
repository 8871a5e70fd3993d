//! The request that the hook sends: plain data, its body made once.

use crate::plain::Plain;

/// A request ready to be signed and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedRequest {
    /// The operation, `klikoo.product_buy`.
    pub operation: &'static str,
    /// `klikoo` or `netzme`.
    pub provider: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path that is signed; the provider's base URL may put a prefix before it.
    pub path: String,
    /// The exact body; empty where there is none.
    pub body: String,
    /// The partner's reference, where the operation has one.
    pub reference: Option<String>,
}

impl PreparedRequest {
    /// The view as plain data.
    pub fn plain(&self) -> Plain<'_> {
        Plain::Record(vec![
            ("operation", Plain::Text(self.operation)),
            ("provider", Plain::Text(self.provider)),
            ("method", Plain::Text(self.method)),
            ("path", Plain::Text(&self.path)),
            ("body", Plain::Text(&self.body)),
            ("reference", Plain::nullable(&self.reference)),
        ])
    }
}
