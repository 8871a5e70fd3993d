/** Filling in the demo's forms with the keyboard alone, up to the press that buys. */
import type { Page } from "playwright-core";
import { pick, pressOn, tabTo, typeInto } from "./stage.ts";

/** In the sandbox these succeed at once. */
export const NUMBER = "081234990001";
export const METER = "01105990001";
/** This one waits for a while, then succeeds. */
export const SLOW_METER = "01105691111";

export async function fillTopup(page: Page, number = NUMBER, product = "S10"): Promise<void> {
  await typeInto(page, "#value", number);
  await pick(page, 'input[name="product_code"]', `#product-${product}`);
}

export async function fillElectricity(page: Page, meter = METER, product = "PLN20"): Promise<void> {
  await pick(page, 'input[name="product_code"]', `#product-${product}`);
  await typeInto(page, "#check-value", meter);
  await pressOn(page, "#inquire");
  await page.locator("kasir-receipt [data-line=customer_name]").waitFor();
}

export interface Visitor {
  first: string;
  last: string;
  birth: string;
  passport: string;
}

export const VISITORS: Visitor[] = [
  { first: "Ayu", last: "Lestari", birth: "16/08/1996", passport: "C1234567" },
  { first: "Budi", last: "Santoso", birth: "01/02/1990", passport: "X7654321" },
  { first: "Citra", last: "Dewi", birth: "29/02/2000", passport: "E2468135" },
];

export async function fillVisitor(page: Page, index: number, visitor: Visitor): Promise<void> {
  await typeInto(page, `#customer-${index}-englishFirstName`, visitor.first);
  await typeInto(page, `#customer-${index}-englishLastName`, visitor.last);
  await typeInto(page, `#customer-${index}-birth`, visitor.birth);
  await typeInto(page, `#customer-${index}-passportNo`, visitor.passport);
}

export async function fillAttraction(page: Page, visitors: Visitor[], number = "812990001"): Promise<void> {
  await tabTo(page, 'input[name="start_date"]');
  await page.keyboard.press("Space");
  await typeInto(page, "#buyer_first_name", "Oim");
  await typeInto(page, "#buyer_last_name", "Test");
  await typeInto(page, "#email", "oim@example.com");
  await typeInto(page, "#buyer_tel_number", number);
  for (const [index, visitor] of visitors.entries()) {
    if (index > 0) await pressOn(page, "#add-customer");
    await fillVisitor(page, index, visitor);
  }
}

export async function fillBus(page: Page, seats: string[]): Promise<void> {
  for (const seat of seats) await pressOn(page, `#seat-${seat}`, "Space");
  await typeInto(page, "#order_name", "Pandu Putra");
  await typeInto(page, "#order_email", "pandu@example.com");
  await typeInto(page, "#order_phone", "082122274139");
  for (const [index, seat] of seats.entries()) {
    await typeInto(page, `#passenger-${seat}-name`, index === 0 ? "Pandu Putra" : "Sari Putri");
    await typeInto(page, `#passenger-${seat}-dob`, "09/12/1996");
    await tabTo(page, `#passenger-${seat}-gender`);
    if (index > 0) await page.keyboard.press("ArrowDown");
    await typeInto(page, `#passenger-${seat}-id_card_number`, index === 0 ? "3174100912960001" : "3174104912960002");
  }
}

export async function signInAndFillMargin(page: Page, percentage = "1.4"): Promise<void> {
  await pressOn(page, "#sign-in");
  await typeInto(page, "#updatePercentage", percentage);
}

/** The press that buys. */
export async function pay(page: Page): Promise<void> {
  await pressOn(page, "#pay");
}
