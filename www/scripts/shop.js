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
/** { order, role }: the order number to buy under, a new one when the aisle's last purchase is over, else the same. */
export const takeOrder = (aisle, leaveHold = false) => send("/shop/orders", { aisle, leaveHold });
export const takeRole = (role) => send("/shop/role", { role });
