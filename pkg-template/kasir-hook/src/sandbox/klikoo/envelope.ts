/**
 * Klikoo's envelope and response codes: HTTP status (3), service (2), case (4).
 *
 * Source: "API's Response Code", https://klikoo-doc.readme.io/reference/apis-response-code
 */

import type { Answer } from "../answer.ts";

/** 05 and 06 are printed by the bus and attraction pages, though the page of codes does not list them. */
export type Service = "01" | "02" | "03" | "05" | "06";

const MESSAGES: Readonly<Record<string, string>> = {
  "2002000": "Sukses",
  "2012001": "Berhasil dibuat",
  "4006505": "Waktu tidak sesuai",
  "4006508": "Signature tidak sesuai",
  "4006510": "Validasi Error",
  "4006512": "Field tidak boleh kosong",
  "4006525": "Produk tidak sesuai",
  "4006568": "UUID tidak sesuai",
  "4006569": "Grant type tidak sesuai",
  "4016500": "Token tidak sesuai",
  "4016535": "Token kadaluarsa",
  "4016570": "Kredensial tidak sesuai",
  "4047002": "No Customer tidak ditemukan",
  "4047003": "Produk tidak ditemukan",
  "4047005": "Transaksi tidak ditemukan",
  "4047009": "Akun telah dinonaktifkan atau diblokir, silahkan hubungi customer support terkait.",
  "4047011": "No pelanggan salah, pastikan nomor yang diinput sesuai",
  "4047012": "Angsuran terakhir, silahkan kunjungi kantor cabang",
  "4096563": "ReferenceNo sudah digunakan, silahkan gunakan reference_no yang lain",
  "4226558": "Dompet tidak cukup",
  "5009999": "Harap hubungi admin",
  "5039991": "Supplier sedang gangguan",
};

function codeOf(http: number, service: Service, caseCode: string): string {
  return `${http}${service}${caseCode}`;
}

export function success(http: 200 | 201, service: Service, data: unknown, meta?: unknown): Answer {
  const caseCode = http === 200 ? "2000" : "2001";
  const code = codeOf(http, service, caseCode);
  const envelope = { response_code: code, response_message: MESSAGES[`${http}${caseCode}`], data, ...(meta === undefined ? {} : { meta }) };
  return { http, code, body: JSON.stringify(envelope) };
}

export interface RefusalDetails {
  message?: string;
  /** Printed after the message, where Inquiry Prepaid carries data in a failure. */
  data?: unknown;
  invented?: boolean;
}

/** `data` comes first where it is null, as Buy Product prints its failure. */
export function refusal(http: number, service: Service, caseCode: string, details: RefusalDetails = {}): Answer {
  const code = codeOf(http, service, caseCode);
  const response_message = details.message ?? MESSAGES[`${http}${caseCode}`] ?? "";
  const envelope = details.data === undefined
    ? { data: null, response_code: code, response_message }
    : { response_code: code, response_message, data: details.data };
  return { http, code, body: JSON.stringify(envelope), ...(details.invented === true ? { invented: true } : {}) };
}
