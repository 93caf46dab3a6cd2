import type { Sealer } from '@lianxue/persistence';
import { randomInt } from 'node:crypto';

/** Capitals and digits that a child of seven cannot take for each other. */
const clearSigns = 'ACDEFHJKLMNPRTUVWXY34679';
const signs = 6;

/** 24⁶ codes: with every class of a province holding one, a guess in a thousand finds pictures, and nothing else. */
export const newClassCode = (): string => Array.from({ length: signs }, () => clearSigns[randomInt(clearSigns.length)]).join('');

/** By what a class is found, however the code was typed. */
export const classCodeLookup = (sealer: Sealer, code: string): string =>
  sealer.lookup(
    'classCode',
    code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  );

/** Under what mistakes with a pupil’s picture are counted. */
export const pictureKey = (person: string): string => `pin ${person}`;

/** Four digits, but none of those that everybody tries first: one digit four times, or counting up or down. */
export function newPin(): string {
  for (;;) {
    const pin = String(randomInt(10_000)).padStart(4, '0');
    const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
    if (steps.size > 1 || ![-1, 0, 1].includes([...steps][0]!)) return pin;
  }
}
