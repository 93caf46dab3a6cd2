import { maxFrameBytes, sizeOf, type Element } from './frame.js';

/**
 * What leaves for one address: elements of the same event-loop turn travel in one message, because a message costs far
 * more than an element; an element alone leaves at once, because waiting costs it 0.1 ms and gains nothing.
 */
export class Outbox<E extends Element> {
  /** Calls under way to this address (or from it); kept by the owner. */
  outstanding = 0;
  private waiting: E[] = [];
  private bytes = 0;
  private scheduled = false;

  constructor(private readonly send: (elements: readonly E[]) => void) {}

  push(next: E): void {
    if (this.outstanding <= 1 && !this.scheduled) return this.send([next]);
    const size = sizeOf(next);
    if (this.bytes > 0 && this.bytes + size > maxFrameBytes) this.flush();
    this.waiting.push(next);
    this.bytes += size;
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    const elements = this.waiting;
    if (elements.length === 0) return;
    this.waiting = [];
    this.bytes = 0;
    this.send(elements);
  }
}
