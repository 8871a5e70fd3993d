// The shop's own API as the pages use it.
async function ask(path, init) {
  const response = await fetch(path, { ...init, headers: { Accept: "application/json", ...init?.headers } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

function send(path, wish) {
  return ask(path, { method: "POST", body: JSON.stringify(wish), headers: { "Content-Type": "application/json" } });
}

export const shelf = (name) => ask(`/shop/shelf/${name}`);
export const orders = () => ask("/shop/orders");
/**
 * { order, reference, role }: the order number to buy under and the purchase that stands for it already. `leave` says which purchase
 * is left behind for a new order number: "nothing", "settled", or "held" as well.
 */
export const takeOrder = (aisle, leave) => send("/shop/orders", { aisle, leave });
export const takeRole = (role) => send("/shop/role", { role });
