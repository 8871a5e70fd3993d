/** What both pages have in common. */
export const formOf = (page: Document): object => Object.fromEntries(new FormData(page.querySelector("form") as HTMLFormElement));

/** Notes the moment and which controls the check complains of. */
export function done(names: (string | null)[]): void {
  performance.mark("validated", { detail: names.join() });
}
