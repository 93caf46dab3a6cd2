/** `-12.5` and, for what JavaScript writes of very small or large numbers, `1e-7`. */
const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/;

/** An exact number: one whole number over another. Nothing is rounded before somebody asks for decimal places. */
export class Fraction {
  private constructor(
    private readonly over: bigint,
    /** Always greater than zero. */
    private readonly under: bigint,
  ) {}

  /** Exactly what the digits say, so that 0.1 is one tenth. */
  static of(digits: string | number): Fraction {
    const fraction = Fraction.read(digits);
    if (!fraction) throw new Error(`not a decimal number: ${digits}`);
    return fraction;
  }

  /** The same of what may be no number at all. */
  static read(digits: string | number): Fraction | undefined {
    const [, sign, whole, places = '', exponent = '0'] = decimal.exec(String(digits)) ?? [];
    if (whole === undefined) return undefined;
    const over = BigInt(`${sign}${whole}${places}`);
    const shift = Number(exponent) - places.length;
    return shift < 0 ? new Fraction(over, 10n ** BigInt(-shift)) : new Fraction(over * 10n ** BigInt(shift), 1n);
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under);
  }

  /** Nothing can be divided by zero. */
  dividedBy(other: Fraction): Fraction | undefined {
    if (other.over === 0n) return undefined;
    const turned = other.over < 0n ? new Fraction(-other.under, -other.over) : new Fraction(other.under, other.over);
    return this.times(turned);
  }

  negated(): Fraction {
    return new Fraction(-this.over, this.under);
  }

  absolute(): Fraction {
    return this.over < 0n ? this.negated() : this;
  }

  /** Less than zero, zero, or more: as this is less than the other, equal, or more. */
  comparedWith(other: Fraction): -1 | 0 | 1 {
    const difference = this.over * other.under - other.over * this.under;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  /** The nearest decimal number of so many places, halves away from zero 四舍五入, as its digits: `93.30`. */
  rounded(places: number): string {
    const scale = 10n ** BigInt(places);
    const size = this.over < 0n ? -this.over : this.over;
    const units = (size * scale * 2n + this.under) / (this.under * 2n);
    const digits = units.toString().padStart(places + 1, '0');
    const sign = this.over < 0n && units > 0n ? '-' : '';
    return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
}
