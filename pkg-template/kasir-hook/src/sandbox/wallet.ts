/** The partner's deposit. It is debited when a transaction becomes SUCCESS, as Buy Product says. */

export class Wallet {
  #balance: number;

  constructor(balance: number) {
    this.#balance = balance;
  }

  get balance(): number {
    return this.#balance;
  }

  set(balance: number): void {
    this.#balance = balance;
  }

  /** Whether it bears `amount` on top of what is bought but not settled; so it never falls below zero. */
  bears(amount: number, unsettled: number): boolean {
    return this.#balance - unsettled >= amount;
  }

  debit(amount: number): { beginning: number; current: number } {
    const beginning = this.#balance;
    this.#balance -= amount;
    return { beginning, current: this.#balance };
  }

  credit(amount: number): void {
    this.#balance += amount;
  }
}
