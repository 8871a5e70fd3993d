//! The request that the hook sends: plain data, its body made once.

use crate::operation::Operation;
use crate::plain::{Members, View};

/// A request ready to be signed and sent.
#[derive(Clone, Debug)]
pub struct PreparedRequest {
    /// The operation, which tells the provider and the HTTP method.
    pub operation: &'static Operation,
    /// The path that is signed; the provider's base URL may put a prefix before it.
    pub path: String,
    /// The exact body; empty where there is none.
    pub body: String,
    /// The partner's reference, where the operation has one.
    pub reference: Option<String>,
}

impl View for PreparedRequest {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("operation provider method path body reference");
        members.text(self.operation.id);
        members.text(self.operation.provider.as_str());
        members.text(self.operation.method);
        members.text(&self.path);
        members.text(&self.body);
        members.nullable(self.reference.as_deref());
    }
}
