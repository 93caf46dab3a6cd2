/** What WCAG 2.2 asks of text of ordinary size. */
const readable = 4.5;

/** Whether white text can be read on it: buttons carry white text. */
export function carriesWhiteText(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= readable;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
