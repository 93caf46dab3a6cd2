import { duplicateFacts, duplicateReasons, type DuplicateReason } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { isBuiltLikeCitizens } from '../people/numbers.js';
import { PersonNumbers } from '../people/person-numbers.js';
import type { Person } from '../people/person.entity.js';
import { Duplicate } from './duplicate.entity.js';

/** A number under which somebody else may be known. */
interface Asked {
  readonly person: string;
  readonly reason: DuplicateReason;
  readonly kind: 'idNumber' | 'pupilNumber';
  readonly lookup: string;
}

interface Pair {
  readonly one: string;
  readonly other: string;
  readonly reasons: DuplicateReason[];
  readonly organisation: string;
}

/** Finding records that look like one person, when a record is written: by hashes of numbers, and by name with date of birth. */
@Injectable()
export class LookAlikes {
  constructor(private readonly numbers: PersonNumbers) {}

  /** Notes whom these people, already written in this commit, look like. */
  async note(people: readonly Person[], work: Work): Promise<void> {
    const open = people.filter(({ closed }) => !closed);
    const pairs = await pairsOf(
      open.flatMap((person) => this.askedOf(person)),
      open.filter(({ bornOn }) => bornOn !== null).map(({ id }) => id),
      work,
    );
    if (pairs.length === 0) return;
    const known = await work.all(
      Duplicate,
      sql`(t.one, t.other) in (select * from unnest(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[]))`,
      10_000,
    );
    const found: Duplicate[] = [];
    for (const pair of pairs) {
      const there = known.find(({ one, other }) => one === pair.one && other === pair.other);
      if (!there) found.push(Object.assign(new Duplicate(), { id: newId(), ...pair, score: scoreOf(pair.reasons) }));
      else if (there.state === 'open' && there.reasons.join() !== pair.reasons.join())
        await work.update(Object.assign(there, { ...pair, score: scoreOf(pair.reasons) }), duplicateFacts.changed);
    }
    await work.insertAll(found, duplicateFacts.found);
  }

  /** The person's own numbers, as others may carry or have carried them; 学籍号 also with another letter, and as a citizen's number. */
  private askedOf({ id, idType, idNumberSealed, pupilNumberSealed }: Person): Asked[] {
    const [idNumber, pupilNumber] = [this.numbers.open(idNumberSealed), this.numbers.open(pupilNumberSealed)];
    const citizens = idNumber !== null && isBuiltLikeCitizens(idType!, idNumber) ? idNumber : null;
    const types = citizens === null ? [idType!] : ['1', '6', '7', '8', '9'];
    const tail = pupilNumber?.slice(1);
    const digits = new Set([citizens, tail].filter((number) => number != null));
    return [
      ...(idNumber === null ? [] : types.map((type) => asked(id, 'number', 'idNumber', this.numbers.idLookup(type, idNumber)))),
      ...(pupilNumber === null ? [] : [asked(id, 'number', 'pupilNumber', this.numbers.pupilLookup(pupilNumber))]),
      ...[...digits].flatMap((number) =>
        ['G', 'J', 'L'].map((letter) => asked(id, 'pupilNumber', 'pupilNumber', this.numbers.pupilLookup(letter + number))),
      ),
      ...(tail === undefined ? [] : [asked(id, 'pupilNumber', 'idNumber', this.numbers.idLookup('1', tail))]),
    ];
  }
}

const asked = (person: string, reason: DuplicateReason, kind: Asked['kind'], lookup: string): Asked => ({ person, reason, kind, lookup });

/** As alike as the strongest reason says, and a little more for each further one. */
const scoreOf = (reasons: readonly DuplicateReason[]): number =>
  Math.min(100, Math.max(...reasons.map((reason) => duplicateReasons[reason])) + 4 * (reasons.length - 1));

/** One statement for a whole batch; every look-up is one of an index. */
function pairsOf(numbers: readonly Asked[], born: readonly string[], work: Work): Promise<Pair[]> {
  return work.query<Pair>(
    `with asked as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as a (person, reason, kind, lookup)),
     alike as (
       select a.person, p.id as other, a.reason from asked a join person p on a.kind = 'idNumber' and p.id_number_lookup = a.lookup and not p.closed
       union select a.person, p.id, a.reason from asked a join person p on a.kind = 'pupilNumber' and p.pupil_number_lookup = a.lookup and not p.closed
       union select a.person, p.id, a.reason from asked a join former_number f on f.kind = a.kind and f.lookup = a.lookup
         join person p on p.id = f.person and not p.closed
       union select a.id, p.id, 'nameAndBirth' from person a join person p on p.name = a.name and p.born_on = a.born_on and not p.closed
         where a.id = any($5::uuid[])),
     pair as (
       select least(person, other) as one, greatest(person, other) as other, array_agg(distinct reason order by reason) as reasons
       from alike where person <> other group by 1, 2)
     select pair.*, common.organisation
     from pair join person p on p.id = pair.one join person q on q.id = pair.other
       join organisation a on a.id = p.organisation join organisation b on b.id = q.organisation
       -- People of a sandbox have nobody above them who also answers for real ones.
       cross join lateral (
         select o.id as organisation from organisation o where o.path @> a.path and o.path @> b.path order by nlevel(o.path) desc limit 1) common
     limit 1000`,
    [
      numbers.map(({ person }) => person),
      numbers.map(({ reason }) => reason),
      numbers.map(({ kind }) => kind),
      numbers.map(({ lookup }) => lookup),
      born,
    ],
  );
}
