//! Writes `generated.ts`: the TypeScript of inputs, codes and params, from the same tables that the core checks by.
//!
//! `cargo run --bin generate -- <directory>`; lint compares what it writes with what is committed.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use kasir::code::Code;
use kasir::context::ProductKind;
use kasir::fields;
use kasir::format::as_you_type::TypedKind;
use kasir::messages::{Label, Language, problems::Problem};
use kasir::operation::Operation;
use kasir::parse::ParseKind;
use kasir::shape::{Field, Kind, Need, Owner, Shape};
use kasir::state::{Line, Next, OperationKind, Reason, State};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("usage: generate <directory>")?;
    std::fs::write(Path::new(&directory).join("generated.ts"), generated()?)?;
    Ok(())
}

fn generated() -> Result<String, std::fmt::Error> {
    let mut ts = String::from("// Written by `cargo run --bin generate` from the Rust tables; change those.\n\n");
    union(&mut ts, "IssueCode", "What can be wrong with an input.", Code::ALL.iter().map(|code| code.as_str()))?;
    union(&mut ts, "ProblemCode", "Why the hook refuses a call.", Problem::ALL.iter().map(|one| one.as_str()))?;
    union(&mut ts, "PurchaseState", "The state of a purchase.", State::ALL.iter().map(|one| one.as_str()))?;
    union(&mut ts, "FailureReason", "Why a purchase failed.", Reason::ALL.iter().map(|one| one.as_str()))?;
    union(&mut ts, "NextKind", "What the buyer does next.", Next::ALL.iter().map(|one| one.as_str()))?;
    union(&mut ts, "LineKey", "A line of a receipt.", Line::ALL.iter().map(|one| one.as_str()))?;
    union(
        &mut ts,
        "ParseKind",
        "A kind of value that can be parsed by itself.",
        ParseKind::ALL.iter().map(|one| one.as_str()),
    )?;
    union(
        &mut ts,
        "TypedKind",
        "A kind of value that is grouped while it is typed.",
        TypedKind::ALL.iter().map(|one| one.as_str()),
    )?;
    union(&mut ts, "ProductKind", "A kind of product.", ProductKind::ALL.iter().map(|one| one.as_str()))?;
    union(&mut ts, "FieldKind", "What a field holds.", hints(0).into_iter())?;
    union(&mut ts, "InputMode", "An on-screen keyboard (HTML Living Standard, inputmode).", hints(2).into_iter())?;
    union(&mut ts, "FieldFormat", "A format while typing.", hints(4).into_iter())?;
    params(&mut ts)?;
    let operations: Vec<&Operation> = Operation::all().collect();
    union(&mut ts, "OperationId", "An operation.", operations.iter().map(|operation| operation.id))?;
    let kinds = OperationKind::ALL.iter().filter(|kind| operations.iter().any(|operation| operation.kind == **kind));
    union(&mut ts, "OperationKind", "What an operation does to money and stock.", kinds.map(|kind| kind.as_str()))?;
    for operation in &operations {
        types(&mut ts, operation)?;
    }
    for (name, suffix) in [("Forms", "Form"), ("Inputs", "Input")] {
        writeln!(ts, "\n/** The {} of every operation. */\nexport interface {name} {{", suffix.to_lowercase())?;
        for operation in &operations {
            writeln!(ts, "  \"{}\": {}{suffix};", operation.id, pascal(operation.id))?;
        }
        writeln!(ts, "}}")?;
    }
    Ok(ts)
}

fn union(
    ts: &mut String,
    name: &str,
    doc: &str,
    members: impl Iterator<Item = &'static str>,
) -> Result<(), std::fmt::Error> {
    writeln!(ts, "/** {doc} */\nexport type {name} =")?;
    let members: Vec<String> = members.map(|member| format!("  | \"{member}\"")).collect();
    writeln!(ts, "{};\n", members.join("\n"))
}

fn params(ts: &mut String) -> Result<(), std::fmt::Error> {
    writeln!(
        ts,
        "/** The params of an issue, by its code; a code that is not here has none. */\nexport interface IssueParams {{"
    )?;
    for code in Code::ALL.iter().filter(|code| !code.params().is_empty()) {
        let params: Vec<String> = code.params().iter().map(|(name, kind)| format!("{name}?: {kind}")).collect();
        writeln!(ts, "  \"{}\": {{ {} }};", code.as_str(), params.join("; "))?;
    }
    writeln!(ts, "}}\n")
}

fn types(ts: &mut String, operation: &Operation) -> Result<(), std::fmt::Error> {
    let name = pascal(operation.id);
    let id = operation.id;
    writeln!(ts, "\n/** What a person fills in for {id}. */\nexport interface {name}Form {{")?;
    members(ts, operation.shape, 1, true)?;
    writeln!(ts, "}}\n\n/** The whole input of {id}. */\nexport interface {name}Input {{")?;
    members(ts, operation.shape, 1, false)?;
    writeln!(ts, "}}")
}

fn members(ts: &mut String, shape: &Shape, depth: usize, form: bool) -> Result<(), std::fmt::Error> {
    let indent = "  ".repeat(depth);
    for field in shape.fields.iter().filter(|field| !form || field.owner == Owner::Form || is_open_amount(field)) {
        let optional = form && is_open_amount(field) || field.need != Need::Required;
        let null = if field.need == Need::Nullable { " | null" } else { "" };
        let mark = if optional { "?" } else { "" };
        writeln!(ts, "{indent}/** {}. */", field.label.label(Language::En))?;
        write!(ts, "{indent}{}{mark}: ", field.key)?;
        match field.kind {
            Kind::Record(inner) | Kind::Rows(inner, ..) => {
                writeln!(ts, "{{")?;
                members(ts, inner, depth + 1, form)?;
                let rows = if matches!(field.kind, Kind::Rows(..)) { "[]" } else { "" };
                writeln!(ts, "{indent}}}{rows}{null};")?;
            }
            Kind::Integer(..) | Kind::Amount | Kind::Percentage => writeln!(ts, "string | number{null};")?,
            Kind::Gender => writeln!(ts, "\"male\" | \"female\" | (string & {{}}){null};")?,
            _ => writeln!(ts, "string{null};")?,
        }
    }
    Ok(())
}

/// What the fields have at that place of their hints.
fn hints(place: usize) -> BTreeSet<&'static str> {
    let mut labels = Vec::new();
    for operation in Operation::all() {
        add_labels(&mut labels, operation.shape);
    }
    labels.extend(ProductKind::ALL.iter().map(|product| fields::destination(Some(*product))));
    labels.into_iter().filter_map(|label| fields::hints(label).nth(place)).filter(|hint| !hint.is_empty()).collect()
}

fn add_labels(labels: &mut Vec<Label>, shape: &Shape) {
    for field in shape.fields {
        labels.push(field.label);
        if let Some(inner) = field.kind.below() {
            add_labels(labels, inner);
        }
    }
}

/// An open denomination makes the amount a field of the form.
fn is_open_amount(field: &Field) -> bool {
    field.owner == Owner::Merchant && field.key == "amount"
}

/// `klikoo.product_buy` to `KlikooProductBuy`.
fn pascal(id: &str) -> String {
    let words = id.split(['.', '_']).map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
