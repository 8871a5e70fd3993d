/**
 * Writes of one turn of the event loop share one commit: the disk's flush is what a write costs, and it costs the
 * same for one row as for a hundred. A write resolves after the commit that holds it, and rejects with it.
 */
import type { DatabaseSync } from "node:sqlite";

interface Write {
  run(): unknown;
  resolve(value: unknown): void;
  reject(cause: unknown): void;
}

const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT = 19;

export interface GroupCommit {
  write<T>(run: () => T): Promise<T>;
  /** Resolves when nothing is waiting to be written. */
  idle(): Promise<void>;
}

export function groupCommit(database: DatabaseSync, patienceMs: number): GroupCommit {
  let waiting: Write[] = [];
  let flush: Promise<void> | undefined;

  async function flushAll(): Promise<void> {
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await begin(database, patienceMs);
        commit(database, group);
      } catch (cause) {
        for (const write of group) write.reject(cause);
      }
    }
    flush = undefined;
  }

  return {
    write<T>(run: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
        flush ??= flushAll();
      });
    },
    idle: () => flush ?? Promise.resolve(),
  };
}

/** Takes the write lock; waits for another process without stopping this one's event loop. */
async function begin(database: DatabaseSync, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      database.exec("BEGIN IMMEDIATE");
      return;
    } catch (cause) {
      const code = (cause as { errcode?: number }).errcode ?? 0;
      if (((code & 0xff) !== BUSY && (code & 0xff) !== LOCKED) || performance.now() > deadline) throw cause;
      await new Promise((wake) => setTimeout(wake, 1 + Math.random() * 9));
    }
  }
}

function commit(database: DatabaseSync, group: Write[]): void {
  let settle: (() => void)[];
  try {
    settle = group.map((write) => outcomeOf(write));
    database.exec("COMMIT");
  } catch (cause) {
    rollBack(database);
    throw cause;
  }
  for (const tell of settle) tell();
}

/** Some failures have rolled back already, and older Nodes cannot tell. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // Nothing is open any more.
  }
}

/** A statement that breaks a rule of the table undoes itself alone; any other failure undoes the whole group. */
function outcomeOf(write: Write): () => void {
  try {
    const value = write.run();
    return () => write.resolve(value);
  } catch (cause) {
    const code = (cause as { errcode?: number }).errcode;
    if (code !== undefined && (code & 0xff) !== CONSTRAINT) throw cause;
    return () => write.reject(cause);
  }
}
