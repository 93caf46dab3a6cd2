/** Lets so many in at once and so many wait, in the order they came; whoever comes to a full queue is told so at once. */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Resolves to true when it is one's turn (then {@link leave} must follow), to false when the queue is full. */
  enter(): Promise<boolean> {
    if (this.inside < this.atOnce) {
      this.inside++;
      return Promise.resolve(true);
    }
    if (this.queue.length >= this.waiting) return Promise.resolve(false);
    return new Promise((resolve) => this.queue.push(() => resolve(true)));
  }

  leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.inside--;
  }
}
