//! What the page or the merchant already knows of the product, the attraction, the trips.

use crate::desk::Kept;
use crate::input::{Leaf, Node, Tree};
use crate::names;
use crate::packed::pieces;

/// What kind of product a code stands for; it decides what the destination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductKind {
    /// Telephone credit or data.
    Pulsa,
    /// A prepaid electricity token.
    PlnPrepaid,
    /// A postpaid electricity bill.
    PlnPostpaid,
    /// OVO.
    Ovo,
    /// GoPay.
    Gopay,
    /// DANA.
    Dana,
    /// Any other e-wallet that is topped up by telephone number.
    Wallet,
    /// A Maxim driver's account.
    Maxim,
    /// A BPJS Kesehatan bill.
    Bpjs,
    /// Any other bill or product.
    Other,
}

names!(ProductKind {
    Pulsa = "pulsa", PlnPrepaid = "pln_prepaid", PlnPostpaid = "pln_postpaid", Ovo = "ovo", Gopay = "gopay",
    Dana = "dana", Wallet = "wallet", Maxim = "maxim", Bpjs = "bpjs", Other = "other",
});

impl ProductKind {
    /// What a product code's own letters tell, as far as Klikoo's pages print codes.
    ///
    /// Source: Inquiry Prepaid and Inquiry Postpaid, <https://klikoo-doc.readme.io/reference/inquiry-prepaid>,
    /// <https://klikoo-doc.readme.io/reference/inquiry-postpaid>. No page lists all codes, so `None` is common.
    pub fn guess(product_code: &str) -> Option<ProductKind> {
        use ProductKind::{Dana, Gopay, Maxim, Ovo, PlnPostpaid, PlnPrepaid};
        const STARTS: &str = "POSTPAIDPLN PLN OVO GOPAY DN MAX";
        const STARTED: [ProductKind; 6] = [PlnPostpaid, PlnPrepaid, Ovo, Gopay, Dana, Maxim];
        let code = product_code.as_bytes();
        if code.windows(4).any(|letters| letters.eq_ignore_ascii_case(b"BPJS")) {
            return Some(ProductKind::Bpjs);
        }
        let begins =
            |start: &str| code.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()));
        STARTED.get(pieces(STARTS, b' ').position(begins)?).copied()
    }

    /// Whether Klikoo offers an inquiry for it: PLN, OVO, GoPay, DANA, Maxim.
    ///
    /// Source: Inquiry Prepaid, <https://klikoo-doc.readme.io/reference/inquiry-prepaid>.
    pub fn has_inquiry(self) -> bool {
        use ProductKind::{Dana, Gopay, Maxim, Ovo, PlnPrepaid};
        matches!(self, PlnPrepaid | Ovo | Gopay | Dana | Maxim)
    }

    /// Whether the destination is a mobile number.
    pub fn is_mobile(self) -> bool {
        use ProductKind::{Dana, Gopay, Ovo, Pulsa, Wallet};
        matches!(self, Pulsa | Ovo | Gopay | Dana | Wallet)
    }
}

/// What is known of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Product<'a> {
    /// Its kind.
    pub kind: Option<ProductKind>,
    /// The buyer chooses the amount.
    pub open: bool,
    /// The operator whose customers it serves.
    pub operator: Option<&'a str>,
}

/// What is known beyond the input.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// The product.
    pub product: Product<'a>,
    /// Answers of the provider as they came, by their names, see [`Context::answer`].
    pub answers: Tree<'a>,
}

impl<'a> Context<'a> {
    /// Reads the context out of the options; a name that is not known counts as not told, since what a ledger holds must
    /// stay readable. Whether there is such a kind of product is asked before a purchase gets there.
    pub fn of(answers: Tree<'a>, kept: &'a Kept) -> Context<'a> {
        let product = answers.root().get("product");
        let product = Product {
            kind: product.text("kind").and_then(ProductKind::named),
            open: matches!(product.get("open").leaf(), Leaf::Flag(true)),
            operator: product.text("operator").map(|operator| kept.push_get(operator.to_owned())),
        };
        Context { product, answers }
    }

    /// The product's kind: as told, or as its code tells.
    pub fn product_kind(&self, product_code: Option<&str>) -> Option<ProductKind> {
        self.product.kind.or_else(|| product_code.and_then(ProductKind::guess))
    }

    /// An answer of the provider: `attraction`, the `data` of Klikoo's Get Product Attraction; `trip` and `returnTrip`, that
    /// of its Trip Detail. What it leaves out, or what cannot be read in it, is not known, and nothing is held against it.
    #[inline(never)]
    pub fn answer(&self, name: &str) -> Node<'_> {
        self.answers.root().get(name)
    }
}
