/** Where kasir reads a telephone number otherwise than libphonenumber, and why: the whole list. */
import { HOME, type Typed } from "./telephone_numbers.ts";

export interface Difference {
  name: string;
  /** Word for word in the documentation of `src/rules/msisdn.rs`; the README has the name. */
  reason: string;
  /** Whether a text has the form that is read otherwise. */
  holds(typed: Typed): boolean;
  /** What libphonenumber has to be asked instead; nothing where kasir takes no such text. */
  means(typed: Typed): string | null;
}

const SEPARATOR = "[ ./()[\\]\\-\u00a0\u00ad\u200b\u2010-\u2015\u2060\u2212\u3000\u30fc\uff08\uff09\uff0d-\uff0f\uff3b\uff3d]";

const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** The digits in ASCII, with a plus where one is typed. */
export function bare(text: string): string {
  const ascii = text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\uff0b]/g, (letter) => (letter === "\uff0b" ? "+" : String((letter.codePointAt(0) as number) & 15)));
  return ascii.replace(UNSEEN, "").replace(new RegExp(SEPARATOR, "g"), "");
}

const without = (text: string, head: RegExp): string => text.replace(head, "");

export const DIFFERENCES: readonly Difference[] = [
  {
    name: "an unseen character",
    reason: "U+202A, U+200E, U+FEFF and others that nobody sees: contact apps wrap numbers in them, the library drops U+00AD, U+200B and U+2060 alone.",
    holds: ({ text }) => text.search(UNSEEN) >= 0,
    means: ({ text }) => without(text, UNSEEN),
  },
  {
    name: "a separator before the plus",
    reason: "`(+62) 812…`: the library takes nothing before a plus, people put the country code in brackets.",
    holds: ({ text }) => new RegExp(`^${SEPARATOR}+[+\uff0b]`).test(text),
    means: ({ text }) => without(text, new RegExp(`^${SEPARATOR}+`)),
  },
  {
    name: "a bare country code",
    reason: "`62812959293`: the library reads a landline of the area 0628, a buyer means +62 812 959 293.",
    holds: ({ text, dial }) => dial === HOME && /^62[0-9]{6,9}$/.test(bare(text)),
    means: ({ text }) => `+${bare(text)}`,
  },
  {
    name: "00 before the country code",
    reason: "`0062812…`: 00 is what most of the world dials abroad; the library knows only the 008 and 009 of Indonesia.",
    holds: ({ text, dial }) => new RegExp(`^00${dial}[0-9]*$`).test(bare(text)),
    means: ({ text }) => `+${bare(text).slice(2)}`,
  },
  {
    name: "an extension",
    reason: "`0812… ext. 5`, `x5`, `#5`, `,5`, and any tilde: the library keeps it apart, a number that is topped up has none.",
    holds: ({ text }) => /~|[0-9] ?(ext\.? ?|x|#|,,?|;(?:ext=)?|\u0434\u043e\u0431\. |anexo )[0-9]+$/.test(text),
    means: () => null,
  },
  {
    name: "parameters of RFC 3966",
    reason: "`0812…;phone-context=+62`: the library reads the parameters of a tel URI, nobody types them.",
    holds: ({ text }) => text.includes(";phone-context="),
    means: () => null,
  },
  {
    name: "a call prefix of Indonesia",
    reason: "`00862812…`: the library drops 008 and 009, which are dialled to leave Indonesia, not to reach it.",
    holds: ({ text, dial }) => dial === HOME && /^00[89]62/.test(bare(text)),
    means: () => null,
  },
  {
    name: "a hotline of Jakarta",
    reason: "`021 14045`, `021 500123`: valid fixed lines to the library, but firms answer there, not buyers.",
    holds: ({ text, dial }) => dial === HOME && /^(\+62|0062|62)?0?21(14|500)[0-9]{3}$/.test(bare(text)),
    means: () => null,
  },
  {
    name: "an area code 062x beside the dial code",
    reason: "`0622 421234` without its 0, as providers take it beside the dial code 62: nobody could tell that from +62 2421234.",
    holds: ({ text, dial }) => dial === HOME && /^62/.test(without(without(bare(text), /^(\+62|0062|62)/), /^0/)),
    means: () => null,
  },
];

/** The one difference that a text's form alone does not tell. */
export const NUMBER_ABROAD = {
  name: "a number abroad",
  reason: "Beside another dial code than 62 the library knows the plan of each country, kasir E.164 alone: four digits at least, and 15 with the code at most.",
};

const E164_LONGEST = 15;

/** The E.164 number of digits that are sent as they are typed, but for a plus or 00 and the code before them. */
export function numberAbroad({ text, dial }: Typed): string | null {
  const national = without(bare(text), new RegExp(`^(\\+|00)${dial}`));
  const fits = national.length >= 4 && national.length + dial.length <= E164_LONGEST;
  return fits && /^(?!00)[0-9]+$/.test(national) ? `+${dial}${national}` : null;
}

export const isE164Long = (number: string): boolean => number.length <= "+".length + E164_LONGEST;
