// One attraction in the shape of Klikoo's Get Product Attraction answer. The page prints `booking_field`, `guideLang`, `calendar`,
// `start_date` and `end_date`; the customer fields are those of its Buy Product Attraction sample. Names, times, prices and every
// UUID but the two of that sample are invented, and `invented` lists them for the reader of the page. kasir reads it as
// `context.attraction`.

export interface BookingField {
  key: string;
  type: "select" | "text" | "date";
  list_option?: { code: string; name: string }[];
}

export interface Attraction {
  product_code: string;
  name: { id: string; en: string };
  blurb: { id: string; en: string };
  booking_field: BookingField[];
  customer_booking_field: BookingField[];
  calendar: { date: string; is_full_day: boolean }[];
  event_times: string[];
  start_date: string;
  end_date: string;
  buy: number;
  sell: number;
  invented: string[];
}

const DAY = 86_400_000;

/** The next days in Jakarta, so that the demo can always be booked. */
function calendar(today: Date): { date: string; is_full_day: boolean }[] {
  return Array.from({ length: 8 }, (_, day) => ({
    date: new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(new Date(today.getTime() + (day + 2) * DAY)),
    is_full_day: false,
  }));
}

export function attraction(today: Date): Attraction {
  const days = calendar(today);
  return {
    product_code: "ATTO-03",
    name: { id: "Keliling Kota Tua Batavia", en: "Old Batavia walking tour" },
    blurb: {
      id: "Tiga jam berjalan kaki bersama pemandu, dari Stasiun Jakarta Kota sampai Sunda Kelapa.",
      en: "Three hours on foot with a guide, from Jakarta Kota station to Sunda Kelapa harbour.",
    },
    booking_field: [
      {
        key: "guideLang",
        type: "select",
        list_option: [
          { code: "3b385b66-4cc1-4ac8-bcfc-311b21fa64af", name: "Bahasa Indonesia" },
          { code: "8f0d5f0a-54c1-4f5e-9a61-5d6c0a7e2b10", name: "English" },
          { code: "c1a7b6de-2f0e-4c1b-8b7a-0a5f3e9d4c21", name: "中文" },
        ],
      },
    ],
    customer_booking_field: [
      { key: "englishFirstName", type: "text" },
      { key: "englishLastName", type: "text" },
      { key: "birth", type: "date" },
      {
        key: "nationality",
        type: "select",
        list_option: [
          { code: "a2d9ee5e-2824-4239-b2d8-4f2d7ef6c338", name: "Indonesia" },
          { code: "5b1f3c62-0d7e-4a8e-9f55-7e1f2d3c4b5a", name: "Malaysia" },
          { code: "e4c2a9b0-6f1d-4d3c-8a7b-9c0d1e2f3a4b", name: "Nederland" },
        ],
      },
      { key: "passportNo", type: "text" },
    ],
    calendar: days,
    event_times: ["09:30", "13:00", "16:30"],
    start_date: days[0]?.date ?? "",
    end_date: days[days.length - 1]?.date ?? "",
    buy: 15_083,
    sell: 16_000,
    invented: ["name", "blurb", "calendar", "event_times", "list_option (all but two codes)", "customer_booking_field[].type"],
  };
}
