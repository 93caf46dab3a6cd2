/** Where each field stands, and what its heading says. */
export interface Header<F extends string = string> {
  readonly at: ReadonlyMap<F, number>;
  readonly headings: readonly string[];
}

/** Rows above the header: a title over merged cells, who filled it in, on which day. */
export const rowsAboveHeader = 30;

const bare = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*＊()（）【】[\]:：、/]|必填|选填/g, '')
    .toLowerCase();

/**
 * Finds a header among the first rows of a sheet, by what may stand above each field: compared without blanks, brackets, stars and
 * case. `makes` says which fields a table cannot do without.
 */
export function headerFinder<F extends string>(
  headings: Readonly<Record<F, readonly string[]>>,
  makes: (has: (field: F) => boolean) => boolean,
): (cells: readonly string[]) => Header<F> | undefined {
  const entries = Object.entries(headings) as [F, readonly string[]][];
  const fieldOf = new Map(entries.flatMap(([field, names]) => names.map((name) => [bare(name), field] as const)));
  return (cells) => {
    const at = new Map<F, number>();
    cells.forEach((cell, index) => {
      const field = fieldOf.get(bare(cell));
      if (field && !at.has(field)) at.set(field, index);
    });
    return makes((field) => at.has(field)) ? { at, headings: cells.map((cell) => cell.trim()) } : undefined;
  };
}

/** Headings that nothing was read from. */
export const unreadHeadings = ({ at, headings }: Header): string[] => {
  const read = new Set(at.values());
  return headings.filter((heading, index) => heading !== '' && !read.has(index));
};
