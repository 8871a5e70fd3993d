/**
 * Timing for a small, shared machine: many short rounds in which all take turns, so that what disturbs one disturbs all
 * alike, and the processor's time, which does not run while other programs do.
 */

/** Does the work so many times in a row; a promise where the work is done elsewhere. Gives microseconds for once. */
export type Batch = (times: number) => number | Promise<number>;

export const batchOf = (work: () => unknown): Batch => (times) => {
  const start = process.cpuUsage();
  for (let index = 0; index < times; index += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
};

const WARM_UP = 50;
const BATCH_MS = 3;

/** The samples of each, one a round; a round's samples lie within some milliseconds of one another. */
export async function interleaved(batches: readonly Batch[], rounds: number): Promise<number[][]> {
  const times: number[] = [];
  for (const batch of batches) {
    await batch(WARM_UP);
    times.push(Math.max(1, Math.round((BATCH_MS * 1000) / (await batch(WARM_UP)))));
  }
  const samples = batches.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < batches.length; turn += 1) {
      const index = (round + turn) % batches.length;
      samples[index]?.push(await (batches[index] as Batch)(times[index] ?? 1));
    }
  }
  return samples;
}

export function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
}

/** How many times the one is of the other: the median over the rounds, each of which met the same disturbance. */
export function ratio(samples: readonly number[], to: readonly number[]): number {
  return median(samples.map((sample, round) => sample / (to[round] ?? Number.NaN)));
}
