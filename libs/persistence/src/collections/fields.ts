import { CollectionFieldUnfit, refuse, type CollectionFilter, isUuid } from '@lianxue/contracts';
import { containing, sql, type Sql } from '../sql.js';

/** What a collection may be asked by: its value in SQL, and how a written value is read. */
export interface Field {
  readonly sql: Sql;
  readonly kind: 'text' | 'id' | 'day' | 'instant' | 'number' | 'texts';
}

export type Fields = Readonly<Record<string, Field>>;

/** A field of each kind. */
export const fieldOf = {
  text: (piece: Sql): Field => ({ sql: piece, kind: 'text' }),
  id: (piece: Sql): Field => ({ sql: piece, kind: 'id' }),
  day: (piece: Sql): Field => ({ sql: piece, kind: 'day' }),
  instant: (piece: Sql): Field => ({ sql: piece, kind: 'instant' }),
  number: (piece: Sql): Field => ({ sql: piece, kind: 'number' }),
  texts: (piece: Sql): Field => ({ sql: piece, kind: 'texts' }),
} as const;

/** What every row has; `m` is its stamp. */
export const commonFields = (status: Sql): Fields => ({
  sourcedId: fieldOf.id(sql`t.id`),
  status: fieldOf.text(status),
  dateLastModified: { sql: sql`m.at`, kind: 'instant' },
});

type Condition = CollectionFilter['conditions'][number];

/** A parsed filter as a condition; a field that is not in the list refuses, whatever it is called. */
export function conditionOf({ join, conditions }: CollectionFilter, fields: Fields): Sql {
  const [first, second] = conditions.map((condition) => one(condition, known(condition.field, fields, 'filter')));
  if (!second) return first!;
  return join === 'and' ? sql`(${first} and ${second})` : sql`(${first} or ${second})`;
}

export function orderOf({ field, descending }: { field: string; descending: boolean }, fields: Fields): Sql {
  const { sql: value, kind } = known(field, fields, 'sort');
  const ordered = kind === 'text' ? sql`(${value}) collate "C"` : value;
  return descending ? sql`order by ${ordered} desc nulls last, t.id desc` : sql`order by ${ordered} nulls first, t.id`;
}

function known(name: string, fields: Fields, use: 'filter' | 'sort'): Field {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw refuse(CollectionFieldUnfit, { field: name, use });
  return field;
}

function one({ field: name, comparison, value }: Condition, { sql: own, kind }: Field): Sql {
  const unfit = () => refuse(CollectionFieldUnfit, { field: name, use: 'value' as const });
  if (kind === 'texts') {
    const said = value.split(',').map((each) => each.trim());
    if (comparison === '~') return sql`${own} && ${said}::text[]`;
    if (comparison === '=') return sql`(${own} @> ${said}::text[] and ${own} <@ ${said}::text[])`;
    if (comparison === '!=') return sql`not (${own} @> ${said}::text[] and ${own} <@ ${said}::text[])`;
    throw unfit();
  }
  if (comparison === '~') {
    if (kind !== 'text') throw unfit();
    return sql`${own} ilike ${containing(value)}`;
  }
  const said = read(kind, value);
  if (said === undefined) throw unfit();
  if (said === 'nothing') return comparison === '!=' ? sql`true` : sql`false`;
  return compared(own, comparison, said);
}

function compared(own: Sql, comparison: Exclude<Condition['comparison'], '~'>, value: Sql): Sql {
  switch (comparison) {
    case '=':
      return sql`${own} = ${value}`;
    case '!=':
      return sql`${own} is distinct from ${value}`;
    case '>':
      return sql`${own} > ${value}`;
    case '>=':
      return sql`${own} >= ${value}`;
    case '<':
      return sql`${own} < ${value}`;
    case '<=':
      return sql`${own} <= ${value}`;
  }
}

/** A written value as SQL; `'nothing'` equals no row (an id that is none), undefined is not to be understood. */
function read(kind: 'text' | 'id' | 'day' | 'instant' | 'number', value: string): Sql | 'nothing' | undefined {
  if (kind === 'text') return sql`${value}::text`;
  if (kind === 'id') return isUuid(value) ? sql`${value}::uuid` : 'nothing';
  if (kind === 'number') return /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? sql`${value}::numeric` : undefined;
  const [, date] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? [];
  const at = new Date(value);
  if (!date || Number.isNaN(at.getTime()) || !new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)) return undefined;
  return kind === 'day' ? sql`${date}::date` : sql`${at}::timestamptz`;
}
