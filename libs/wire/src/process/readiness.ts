import type { Readiness } from '@lianxue/contracts';

/** The conditions of this process's readiness, each under its name. */
export class Conditions implements Readiness {
  private readonly conditions = new Map<string, () => boolean>();
  private stopping = false;

  require(name: string, met: () => boolean): void {
    this.conditions.set(name, met);
  }

  /** From now on not ready: the process is about to end and finishes what it has begun. */
  stop(): void {
    this.stopping = true;
  }

  /** Names of what is missing; none when ready. */
  missing(): string[] {
    const missing = [...this.conditions].filter(([, met]) => !met()).map(([name]) => name);
    return this.stopping ? ['stopping', ...missing] : missing;
  }

  get ready(): boolean {
    return this.missing().length === 0;
  }
}
