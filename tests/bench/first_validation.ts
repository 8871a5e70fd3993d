/**
 * How long a buyer with a slow telephone waits for the first word on the form: the same page with kasir and with valibot +
 * libphonenumber-js, in turns, each visit with an empty cache.
 */
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { atMost } from "./bars.ts";
import { median } from "./rounds.ts";
import { serve, siteOf } from "./sites.ts";
import { slowVisit, type Visit } from "./slow_visit.ts";

const ROUNDS = 25;

export async function firstValidation(): Promise<void> {
  const sites = [await siteOf("kasir"), await siteOf("valibot")];
  const server = await serve(sites);
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking"],
  });
  const visits = sites.map((): Visit[] => []);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const visit = await slowVisit(browser, server.address(sites[index] as (typeof sites)[number]));
        assert.equal(visit.names, "value", `${sites[index]?.name} complains of the destination alone`);
        visits[index]?.push(visit);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log("\n| from the navigation to the first check, Chromium | bytes | last byte, ms | checked, ms | after the last byte, ms |");
  console.log("|---|---:|---:|---:|---:|");
  for (const [index, name] of ["kasir", "valibot + libphonenumber-js/mobile"].entries()) {
    const all = visits[index] ?? [];
    const cells = [all.map(({ arrived }) => arrived), all.map(({ validated }) => validated), all.map(({ arrived, validated }) => validated - arrived)];
    console.log(`| ${name} | ${all[0]?.bytes.toLocaleString("en-US")} | ${cells.map((samples) => median(samples).toFixed(0)).join(" | ")} |`);
  }
  const [own = [], peer = []] = visits.map((all) => all.map(({ validated }) => validated));
  atMost("bar", 1, "time to first validation to that of valibot + libphonenumber-js", median(own) / median(peer));
  console.log(`\n${ROUNDS} visits each in turns, cold cache, 1.6 Mbit/s with 150 ms, processor slowed down 4 times; medians`);
}
