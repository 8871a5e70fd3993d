/** The known answers of tests/fixtures, as far as the page's operations go. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Context, OperationId } from "kasir";

const fixtures = path.resolve(import.meta.dirname, "../fixtures");

export const OPERATIONS = [
  "klikoo.product_inquiry",
  "klikoo.product_buy",
  "klikoo.attraction_buy",
  "klikoo.transport_block_seat",
  "netzme.percentage_product",
] as const satisfies readonly OperationId[];

/** A day on which no date of the samples has passed. */
export const TODAY = "2024-07-01";

export interface KnownRequest {
  name: string;
  operation: OperationId;
  method: string;
  path: string;
  today: string;
  context?: Context;
  input: Record<string, unknown>;
  advice: { code: string; pointer: string }[];
  body: string;
  body_sha256: string;
}

export interface KnownResponse {
  name: string;
  operation: OperationId;
  http: number | null;
  text: string;
  product_code?: string;
  outcome: {
    state?: string;
    not_state?: string;
    transactionId?: string;
    serial?: string;
    plnToken?: string;
    expiresAt?: string;
    next?: string;
  };
}

export interface KnownEscapes {
  name: string;
  operation: OperationId;
  input: Record<string, unknown>;
  as_sent: string;
  sha256: string;
  go_raw: string;
  escape_sensitive: boolean;
}

function read<Kind>(folder: string): Kind[] {
  const files = readdirSync(path.join(fixtures, folder)).filter((file) => file.endsWith(".json")).sort();
  return files.map((file) => {
    const name = path.join(folder, file.replace(/\.json$/, ""));
    return { name, ...JSON.parse(readFileSync(path.join(fixtures, folder, file), "utf8")) };
  });
}

const folderOf = (operation: string): string => operation.replace(".", "/");

export const requestsOf = (operation: OperationId): KnownRequest[] => read(`${folderOf(operation)}/requests`);
export const responsesOf = (operation: OperationId): KnownResponse[] => read(`${folderOf(operation)}/responses`);
/** What the provider tells before an order, as far as the page prints it. */
export const printedAnswer = (operation: OperationId): Record<string, unknown> =>
  read<{ data: Record<string, unknown> }>(`${folderOf(operation)}/context`)[0]?.data ?? {};
export const escapes = (): KnownEscapes[] => read("escapes");

/** A printed sample of each operation, for asking whether the library is still alive. */
export const samples = OPERATIONS.map((operation) => {
  const [sample] = requestsOf(operation);
  if (!sample) throw new Error(`no request of ${operation}`);
  return sample;
});
