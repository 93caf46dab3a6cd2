import type { PersonField } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { Person } from '../people/person.entity.js';
import type { Trace } from './merger.entity.js';
import type { PassingOver } from './passing-over.js';

/** Fields that come over together, with the columns that hold them. */
const fields = {
  idNumber: ['idType', 'idNumberSealed', 'idNumberLookup'],
  pupilNumber: ['pupilNumberSealed', 'pupilNumberLookup'],
  phone: ['phoneSealed', 'phoneLookup'],
  birthDate: ['bornOn'],
  gender: ['gender'],
} as const satisfies Partial<Record<PersonField, readonly (keyof Person)[]>>;
type Column = (typeof fields)[keyof typeof fields][number];

/** What the successor lacks it takes over; a number it carries already makes the other one a former number. Foreign ids name it too. */
export async function adoptNumbers(
  from: Person,
  into: Person,
  now: Date,
  passing: PassingOver,
  work: Work,
): Promise<Pick<Trace, 'numbers' | 'externalIds'>> {
  const lacking = (Object.keys(fields) as (keyof typeof fields)[]).filter((field) =>
    fields[field].every((column) => into[column] === null),
  );
  const columns = lacking.flatMap((field): readonly Column[] => fields[field]);
  const taken = Object.fromEntries(columns.map((column) => [column, from[column]]));
  const sources = {
    ...into.sources,
    ...Object.fromEntries(lacking.flatMap((field) => (from.sources[field] ? [[field, from.sources[field]]] : []))),
  };
  if (Object.values(taken).some((value) => value !== null)) await passing.change('person', into, { ...taken, sources });
  const numbers = await work.query<Trace['numbers'][number]>(
    `insert into former_number (person, kind, lookup, sealed, replaced_at)
     select $1::uuid, kind, lookup, sealed, replaced_at from former_number where person = $2
     union select $1::uuid, n.kind, n.lookup, n.sealed, $3::timestamptz
       from (values ('idNumber', $4::text, $5::text), ('pupilNumber', $6, $7)) as n (kind, lookup, sealed) where n.lookup is not null
     on conflict (person, kind, lookup) do nothing returning kind, lookup`,
    [
      into.id,
      from.id,
      now,
      ...left(from.idNumberLookup, into.idNumberLookup, from.idNumberSealed),
      ...left(from.pupilNumberLookup, into.pupilNumberLookup, from.pupilNumberSealed),
    ],
  );
  const externalIds = await work.query<Trace['externalIds'][number]>(
    'update external_id set entity = $1 where entity = $2 returning kind, source, value',
    [into.id, from.id],
  );
  return { numbers, externalIds };
}

/** The number that stays behind, when the successor carries another. */
const left = (own: string | null, other: string | null, sealed: string | null): (string | null)[] =>
  own === null || own === other ? [null, null] : [own, sealed];

export async function giveBackNumbers(
  into: string,
  from: string,
  numbers: Trace['numbers'],
  externalIds: Trace['externalIds'],
  work: Work,
): Promise<void> {
  await work.query(
    `delete from former_number f using unnest($2::text[], $3::text[]) as n (kind, lookup)
     where f.person = $1 and f.kind = n.kind and f.lookup = n.lookup`,
    [into, numbers.map(({ kind }) => kind), numbers.map(({ lookup }) => lookup)],
  );
  await work.query(
    `update external_id e set entity = $2 from unnest($3::text[], $4::text[], $5::text[]) as n (kind, source, value)
     where e.entity = $1 and e.kind = n.kind and e.source = n.source and e.value = n.value`,
    [into, from, ...(['kind', 'source', 'value'] as const).map((key) => externalIds.map((one) => one[key]))],
  );
}
