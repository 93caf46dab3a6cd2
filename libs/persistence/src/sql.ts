/** A piece of SQL with its values; composed by {@link sql}. Its text is fixed, so that statements can be named and planned once. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * Composes SQL: values become parameters, nested pieces are woven in.
 * @example sql`t.stage = ${stage} and ${onlyPublished}`
 */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const texts: string[] = [strings[0]!];
  const flat: unknown[] = [];
  values.forEach((value, index) => {
    const rest = strings[index + 1]!;
    if (isSql(value)) {
      texts[texts.length - 1] += value.strings[0]!;
      texts.push(...value.strings.slice(1));
      flat.push(...value.values);
      texts[texts.length - 1] += rest;
    } else {
      flat.push(value);
      texts.push(rest);
    }
  });
  return { strings: texts, values: flat };
}

/** Joins pieces with `and`; no piece gives `true`. */
export function allOf(...pieces: readonly (Sql | undefined | false)[]): Sql {
  const present = pieces.filter((piece): piece is Sql => Boolean(piece));
  return present.reduce<Sql | undefined>((all, piece) => (all ? sql`${all} and ${piece}` : sql`(${piece})`), undefined) ?? sql`true`;
}

/** A `like` pattern for a piece of text; its own wildcards mean themselves. */
export const containing = (piece: string): string => `%${piece.replace(/[\\%_]/g, '\\$&')}%`;

/** Conditions of which one has to hold; of none, none does. */
export const anyOf = (pieces: readonly Sql[]): Sql =>
  pieces.length === 0 ? sql`false` : sql`(${pieces.reduce((all, piece) => sql`${all} or ${piece}`)})`;

/** Text as PostgreSQL reads it, parameters numbered from `$first`. */
export function render({ strings, values }: Sql, first = 1): { text: string; values: unknown[] } {
  return { text: strings.reduce((text, piece, index) => `${text}$${first + index - 1}${piece}`), values: [...values] };
}

export const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
