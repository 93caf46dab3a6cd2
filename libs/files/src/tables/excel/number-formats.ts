/** Formats of Excel's own that show a date: 27–36 and 50–58 are those of Chinese Excel. */
const dates = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format that somebody wrote shows a date when a year, month or day is in it, outside quotes and brackets. */
export const showsDate = (id: number, code: string | undefined): boolean =>
  code === undefined ? dates(id) : /[ymd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Formats that show a hundredfold and a percent sign. */
export const showsPercent = (id: number, code: string | undefined): boolean =>
  code === undefined ? id === 9 || id === 10 : code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').includes('%');

const dayMs = 86_400_000;
/** Day 0 of the two calendars; that of 1900 counts a 29 February 1900 that never was, which no pupil's date meets. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** A date serial as a day, or undefined when it is none. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined;
  return new Date(epochs[from1904 ? 1904 : 1900] + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

/** Beyond fifteen digits Excel has already lost some; written as an exponent, so that nobody takes what is left for the number. */
export function numberText(written: string): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  return Math.abs(number) >= 1e15 ? number.toExponential() : String(number);
}

/** As a percent format shows it: 0.85 is 85%. Excel holds fifteen digits, and so does this. */
export function percentText(written: string): string {
  const number = Number(written) * 100;
  return Number.isFinite(number) ? `${numberText(number.toPrecision(15))}%` : written;
}
