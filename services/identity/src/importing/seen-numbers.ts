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
    const { size } = this;
    this.enter(number);
    return this.size === size;
  }

  has(number: string): boolean {
    return this.high[this.find(number)] !== 0;
  }

  /** Notes a number; answers where it is. */
  protected enter(number: string): number {
    if (this.size * 2 > this.high.length) this.grow();
    const [high, low] = hashOf(number);
    const at = this.placeOf(high, low);
    if (this.high[at] === 0) {
      this.high[at] = high;
      this.low[at] = low;
      this.size++;
    }
    return at;
  }

  /** Where it is, or would be. */
  protected find(number: string): number {
    return this.placeOf(...hashOf(number));
  }

  /** Twice the room; answers where each of the old places is now. */
  protected grow(): (at: number) => number {
    const { high, low } = this;
    this.high = new Uint32Array(high.length * 2);
    this.low = new Uint32Array(low.length * 2);
    high.forEach((value, from) => {
      if (value === 0) return;
      const at = this.placeOf(value, low[from]!);
      this.high[at] = value;
      this.low[at] = low[from]!;
    });
    return (from) => this.placeOf(high[from]!, low[from]!);
  }

  protected get places(): number {
    return this.high.length;
  }

  private placeOf(high: number, low: number): number {
    const mask = this.high.length - 1;
    let at = (high ^ Math.imul(low, 0x9e3779b1)) & mask;
    while (this.high[at] !== 0 && (this.high[at] !== high || this.low[at] !== low)) at = (at + 1) & mask;
    return at;
  }
}

/** Numbers, each with the class in which a file has it: a million in 24 megabytes. What it says last counts. */
export class NumbersInClasses extends SeenNumbers {
  private classes = new Uint32Array(this.places);

  put(number: string, inClass: string | undefined): void {
    const at = this.enter(number);
    this.classes[at] = inClass === undefined ? 0 : markOf(inClass);
  }

  /** Whether the number is there, and with this class. */
  is(number: string, inClass: string): boolean {
    return this.classes[this.find(number)] === markOf(inClass);
  }

  protected override grow(): (at: number) => number {
    const { classes } = this;
    const now = super.grow();
    this.classes = new Uint32Array(this.places);
    classes.forEach((mark, from) => mark !== 0 && (this.classes[now(from)] = mark));
    return now;
  }
}

/** Never nought, which stands for no class, and for no number. */
const markOf = (inClass: string): number => hashOf(inClass)[1] || 1;

/** The first half is never nought, which stands for an empty place. */
function hashOf(number: string): [high: number, low: number] {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let at = 0; at < number.length; at++) {
    const sign = number.charCodeAt(at);
    high = Math.imul(high ^ sign, 0x01000193);
    low = Math.imul(low ^ (sign + at), 0x5bd1e995) ^ (low >>> 13);
  }
  return [high >>> 0 || 1, low >>> 0];
}
