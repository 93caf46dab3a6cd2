/**
 * Numbers met so far in a file, by a 64-bit hash: a million of them in sixteen megabytes. Two numbers of one file meet in a hash
 * once in some thirty million files.
 */
export class SeenNumbers {
  private high = new Uint32Array(1 << 12);
  private low = new Uint32Array(1 << 12);
  private size = 0;

  /** Notes a number; answers whether it was there before. */
  add(number: string): boolean {
    if (this.size * 2 > this.high.length) this.grow();
    return this.find(number, true);
  }

  has(number: string): boolean {
    return this.find(number, false);
  }

  private find(number: string, put: boolean): boolean {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let at = 0; at < number.length; at++) {
      const sign = number.charCodeAt(at);
      high = Math.imul(high ^ sign, 0x01000193);
      low = Math.imul(low ^ (sign + at), 0x5bd1e995) ^ (low >>> 13);
    }
    // Nought stands for an empty place.
    return this.put(high >>> 0 || 1, low >>> 0, put);
  }

  private put(high: number, low: number, put = true): boolean {
    const mask = this.high.length - 1;
    for (let at = (high ^ Math.imul(low, 0x9e3779b1)) & mask; ; at = (at + 1) & mask) {
      if (this.high[at] === 0) {
        if (!put) return false;
        this.high[at] = high;
        this.low[at] = low;
        this.size++;
        return false;
      }
      if (this.high[at] === high && this.low[at] === low) return true;
    }
  }

  private grow(): void {
    const { high, low } = this;
    this.high = new Uint32Array(high.length * 2);
    this.low = new Uint32Array(low.length * 2);
    this.size = 0;
    high.forEach((value, at) => value !== 0 && this.put(value, low[at]!));
  }
}
