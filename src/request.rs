//! The request that the hook sends: plain data, its body made once.

use crate::plain::{Members, View};

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

impl View for PreparedRequest {
    fn members(&self, members: &mut Members<'_>) {
        members.text("operation", self.operation);
        members.text("provider", self.provider);
        members.text("method", self.method);
        members.text("path", &self.path);
        members.text("body", &self.body);
        members.nullable("reference", self.reference.as_deref());
    }
}
