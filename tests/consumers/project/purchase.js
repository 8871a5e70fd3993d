/** What every consumer does with the package: one purchase prepared, one refused, one answer read. */
export async function purchase({ load }) {
  const kasir = await load();
  const input = {
    product_code: "TSEL20",
    value: "0812 3456 7890",
    amount: "20500",
    selling_price: "21000",
    partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb",
  };
  const context = { product: { kind: "pulsa" } };
  const prepared = kasir.prepare("klikoo.product_buy", input, { context });
  const refused = kasir.prepare("klikoo.product_buy", { ...input, amount: "20k" }, { context });
  return { body: prepared.ok ? prepared.request.body : null, refused: refused.ok ? [] : refused.issues.map((issue) => issue.path) };
}
