/** Which part of a file comes from where, and about how much of the compressed file each part is. */
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

export const brotli = async (bytes: Uint8Array, quality = 11): Promise<number> =>
  (await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })).length;

/** Nearly as small as the best, in a twentieth of the time: there are a hundred parts to leave out. */
const QUICK = 9;

export interface Part {
  from: string;
  raw: number;
  /** What the file loses when the part is left out, scaled so that all parts sum up to the file. */
  share: number;
}

/** `owners` names for every byte where it comes from. */
export async function partsOf(bytes: Uint8Array, owners: readonly string[]): Promise<Part[]> {
  const [whole, quick] = [await brotli(bytes), await brotli(bytes, QUICK)];
  const parts = await Promise.all([...new Set(owners)].map(async (from): Promise<Part> => {
    const rest = bytes.filter((_, at) => owners[at] !== from);
    return { from, raw: bytes.length - rest.length, share: Math.max(0, quick - (await brotli(rest, QUICK))) };
  }));
  const sum = parts.reduce((total, { share }) => total + share, 0);
  return parts.map((part) => ({ ...part, share: (part.share * whole) / sum })).sort((a, b) => b.share - a.share);
}

const number = (bytes: number): string => Math.round(bytes).toLocaleString("en-US");

function together(from: string, parts: readonly Part[]): Part {
  const sum = (measure: (part: Part) => number): number => parts.reduce((total, part) => total + measure(part), 0);
  return { from, raw: sum(({ raw }) => raw), share: sum(({ share }) => share) };
}

/** A table of all parts; the small ones stand in one row. */
export function printParts(file: string, parts: readonly Part[], smallest: number): void {
  const small = parts.filter(({ share }) => share < smallest);
  const rows = parts.filter((part) => !small.includes(part));
  if (small.length > 0) rows.push(together(`${small.length} others`, small));
  rows.push(together(`**${file}**`, parts));
  console.log(`\n| where the bytes of ${file} go | raw | brotli, about |\n|---|---:|---:|`);
  for (const { from, raw, share } of rows) console.log(`| ${from} | ${number(raw)} | ${number(share)} |`);
}
