/** What is asked of the figures: a bar must hold, an aim is where they should go. A timed run is no test, so a missed bar fails nothing. */
type Bar = { kind: "bar" | "aim"; what: string; measured: number; holds: boolean; limit: string };

const bars: Bar[] = [];

export function atLeast(kind: Bar["kind"], limit: number, what: string, measured: number): void {
  bars.push({ kind, what, measured, holds: measured >= limit, limit: `at least ${limit.toFixed(2)}` });
}

export function atMost(kind: Bar["kind"], limit: number, what: string, measured: number): void {
  bars.push({ kind, what, measured, holds: measured <= limit, limit: `at most ${limit.toFixed(2)}` });
}

export function printBars(): void {
  for (const kind of ["bar", "aim"] as const) {
    const all = bars.filter((bar) => bar.kind === kind);
    if (all.length === 0) continue;
    console.log(`\n${kind}s`);
    for (const { what, measured, holds, limit } of all) {
      console.log(`${holds ? "holds " : "missed"} ${measured.toFixed(2).padStart(6)}  ${limit}: ${what}`);
    }
    console.log(`${all.filter((bar) => bar.holds).length} of ${all.length} ${kind}s hold`);
  }
}
