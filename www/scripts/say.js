// The sentences of this page in the language the server wrote it in.
export const language = document.documentElement.lang === "en" ? "en" : "id";
const { default: sentences } = await import(`../sentences/${language}.js`);

export function say(key, values = {}) {
  const found = key.split(".").reduce((at, step) => at?.[step], sentences);
  return String(found ?? key).replace(/\{([a-z]+)\}/g, (_, name) => String(values[name] ?? ""));
}

const locale = language === "en" ? "en-GB" : "id-ID";
const grouped = new Intl.NumberFormat("id-ID");

/** "12500" as kasir writes it on receipts, in either language: Rp 12.500. */
export function rupiah(whole) {
  return `Rp\u00a0${grouped.format(BigInt(whole))}`;
}

/** A moment on the clock of Jakarta, which is where the shop stands. */
export function jakartaTime(moment, options = { dateStyle: "medium", timeStyle: "short" }) {
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: "Asia/Jakarta" }).format(new Date(moment));
  return options.timeStyle === undefined ? text : `${text} WIB`;
}
