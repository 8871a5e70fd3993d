/** One visit of a page in a browser that has never seen it, on a slow telephone and a slow line. */
import type { Browser } from "playwright-core";

export interface Visit {
  /** Milliseconds from the start of the navigation to the first check's result. */
  validated: number;
  /** The same to the last byte that the page needs. */
  arrived: number;
  /** What the page loads, compressed. */
  bytes: number;
  /** Which controls the check complained of. */
  names: string;
}

const BYTES_PER_SECOND = 1_600_000 / 8;
const LATENCY_MS = 150;
const CPU_SLOW_DOWN = 4;

export async function slowVisit(browser: Browser, address: string): Promise<Visit> {
  // A context of its own has an empty cache and a process of its own.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const network = { offline: false, latency: LATENCY_MS, downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND };
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOW_DOWN });
    await page.goto(address, { waitUntil: "commit" });
    return await page.evaluate(visitOf);
  } finally {
    await context.close();
  }
}

/** Runs in the page, which it leaves alone until the check is done. */
async function visitOf(): Promise<Visit> {
  const mark = await new Promise<PerformanceEntry | undefined>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntriesByName("validated")[0])).observe({ type: "mark", buffered: true });
  });
  const loads = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")] as PerformanceResourceTiming[];
  return {
    validated: mark?.startTime ?? Number.NaN,
    arrived: Math.max(...loads.map(({ responseEnd }) => responseEnd)),
    bytes: loads.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    names: String((mark as PerformanceMark | undefined)?.detail),
  };
}
