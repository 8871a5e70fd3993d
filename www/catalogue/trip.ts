// Two bus trips in the shape of Klikoo's Trip Detail answer (ids, seats with name, column, row, length, width, price). The travel
// names, times and the seat plan are invented: the provider prints one seat and cuts the rest. kasir reads them as `context.trip`.

export interface Seat {
  name: string;
  column: number;
  row: number;
  length: number;
  width: number;
  price: number;
  /** The provider lists the seats that are free; a plan that shows the others too marks them so for kasir. */
  taken: boolean;
}

export interface Trip {
  id: number;
  available_seat: number;
  travel_name: string;
  vehicle_type: string;
  bus_type: string;
  boarding_point_name: string;
  drop_point_name: string;
  depart_time: string;
  arrival_time: string;
  mandatory_fields: string[];
  seats: Seat[];
  invented: string[];
}

const DAY = 86_400_000;
const INVENTED = ["travel_name", "bus_type", "depart_time", "arrival_time", "available_seat", "seats (plan and prices)", "seats[].taken"];

function seatPlan(rows: number, price: number, taken: string[]): Seat[] {
  const seats: Seat[] = [];
  for (let row = 1; row <= rows; row += 1) {
    for (const column of [1, 2, 4, 5]) {
      const name = String(seats.length + 1);
      seats.push({ name, column, row, length: 1, width: 1, price, taken: taken.includes(name) });
    }
  }
  return seats;
}

/** The plan with the number of its free seats. */
function plan(rows: number, price: number, taken: string[]): Pick<Trip, "available_seat" | "seats"> {
  const seats = seatPlan(rows, price, taken);
  return { available_seat: seats.filter((seat) => !seat.taken).length, seats };
}

function jakartaDay(today: Date, days: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(new Date(today.getTime() + days * DAY));
}

export function trips(today: Date): Trip[] {
  const day = jakartaDay(today, 3);
  const common = {
    vehicle_type: "BUS",
    boarding_point_name: "Jakarta",
    drop_point_name: "Bandung",
    mandatory_fields: ["PHONE", "EMAILID", "NAME"],
    invented: INVENTED,
  };
  return [
    {
      ...common,
      id: 188336,
      travel_name: "Parahyangan Ekspres",
      bus_type: "Eksekutif 2-2",
      depart_time: `${day}T07:15:00+07:00`,
      arrival_time: `${day}T10:30:00+07:00`,
      ...plan(7, 98_000, ["3", "4", "11", "18"]),
    },
    {
      ...common,
      id: 188328,
      travel_name: "Trans Priangan",
      bus_type: "Bisnis 2-2",
      depart_time: `${day}T13:45:00+07:00`,
      arrival_time: `${day}T17:20:00+07:00`,
      ...plan(8, 76_000, ["1", "2", "9", "22", "23"]),
    },
  ];
}
