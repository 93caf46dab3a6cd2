import { duplicateFacts, duplicateReasons, type DuplicateReason } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { isBuiltLikeCitizens } from '../people/numbers.js';
import { PersonNumbers } from '../people/person-numbers.js';
import type { Person } from '../people/person.entity.js';
import { Duplicate } from './duplicate.entity.js';

/** A number under which somebody else may be known. */
export interface Asked {
  readonly person: string;
  readonly reason: DuplicateReason;
  readonly kind: 'idNumber' | 'pupilNumber';
  readonly lookup: string;
  /** Their number of now, which nobody else can carry now. */
  readonly isOwn: boolean;
}

/** Whoever carries, or has carried, what was asked for. */
interface Met {
  readonly kind: Asked['kind'] | 'nameAndBirth';
  /** The number; the person, where name and birth were asked for. */
  readonly lookup: string;
  readonly other: string;
}

interface Pair {
  readonly one: string;
  readonly other: string;
  readonly reasons: DuplicateReason[];
  readonly organisation: string;
}

/** A person's numbers in clear. */
interface InClear {
  readonly idNumber: string | null;
  readonly pupilNumber: string | null;
}

/**
 * Of many who have one name and one day of birth, each is noted beside the first so many: the same pairs in whatever batches they came. */
const mostAlike = 5;

/** Finding records that look like one person, when a record is written: by hashes of numbers, and by name with date of birth. */
@Injectable()
export class LookAlikes {
  constructor(private readonly numbers: PersonNumbers) {}

  /** Notes whom these people, already written in this commit, look like. What is asked of them may have been made ahead. */
  async note(
    people: readonly Person[],
    work: Work,
    asked = (person: Person): readonly Asked[] => this.askedOf(person, this.opened(person)),
  ): Promise<void> {
    const open = people.filter(({ closed }) => !closed);
    const pairs = await this.pairsOf(
      open.flatMap((person) => asked(person)),
      open.filter(({ bornOn }) => bornOn !== null).map(({ id }) => id),
      work,
    );
    if (pairs.length === 0) return;
    const known = await work.all(
      Duplicate,
      sql`(t.one, t.other) in (select * from unnest(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[]))`,
      20_000,
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

  private opened({ idNumberSealed, pupilNumberSealed }: Person): InClear {
    return { idNumber: this.numbers.open(idNumberSealed), pupilNumber: this.numbers.open(pupilNumberSealed) };
  }

  /** The person's own numbers, as others may carry or have carried them; 学籍号 also with another letter, and as a citizen's number. */
  askedOf(person: Person, { idNumber, pupilNumber }: InClear): Asked[] {
    const asked: Asked[] = [];
    const ask = (reason: DuplicateReason, kind: Asked['kind'], lookup: string) => {
      const isOwn = lookup === (kind === 'idNumber' ? person.idNumberLookup : person.pupilNumberLookup);
      asked.push({ person: person.id, reason, kind, lookup, isOwn });
    };
    const askId = (reason: DuplicateReason, type: string, number: string) => {
      const isOwn = type === person.idType && number === idNumber;
      ask(reason, 'idNumber', isOwn ? person.idNumberLookup! : this.numbers.idLookup(type, number));
    };
    const askPupil = (reason: DuplicateReason, number: string) =>
      ask(reason, 'pupilNumber', number === pupilNumber ? person.pupilNumberLookup! : this.numbers.pupilLookup(number));
    const citizens = idNumber !== null && isBuiltLikeCitizens(person.idType!, idNumber) ? idNumber : null;
    const tail = pupilNumber?.slice(1) ?? null;
    if (idNumber !== null) for (const type of citizens === null ? [person.idType!] : likeCitizens) askId('number', type, idNumber);
    if (pupilNumber !== null) askPupil('number', pupilNumber);
    for (const digits of new Set([citizens, tail]))
      if (digits !== null) for (const letter of 'GJL') askPupil('pupilNumber', letter + digits);
    if (tail !== null) askId('pupilNumber', '1', tail);
    return asked;
  }

  private async pairsOf(asked: readonly Asked[], born: readonly string[], work: Work): Promise<Pair[]> {
    const met = await meet(asked, born, work);
    if (met.length === 0) return [];
    const others = new Map<string, string[]>();
    for (const { kind, lookup, other } of met) others.set(kind + lookup, [...(others.get(kind + lookup) ?? []), other]);
    const reasons = new Map<string, Set<DuplicateReason>>();
    const pair = (person: string, reason: DuplicateReason, lookup: string) => {
      for (const other of others.get(lookup) ?? []) {
        const both = [person, other].sort().join(' ');
        if (person !== other) reasons.set(both, (reasons.get(both) ?? new Set()).add(reason));
      }
    };
    for (const { person, reason, kind, lookup } of asked) pair(person, reason, kind + lookup);
    for (const person of born) pair(person, 'nameAndBirth', `nameAndBirth${person}`);
    const pairs = [...reasons].map(([both, why]) => {
      const [one, other] = both.split(' ') as [string, string];
      return { one, other, reasons: [...why].sort() };
    });
    const common = await commonOrganisations(pairs, work);
    return pairs.flatMap((one, nth) => (common[nth] ? [{ ...one, organisation: common[nth] }] : []));
  }
}

/** Types of documents whose numbers may be one: a citizen's, and the permits built like it. */
const likeCitizens = ['1', '6', '7', '8', '9'] as const;

/** As alike as the strongest reason says, and a little more for each further one. */
const scoreOf = (reasons: readonly DuplicateReason[]): number =>
  Math.min(100, Math.max(...reasons.map((reason) => duplicateReasons[reason])) + 4 * (reasons.length - 1));

/** One statement for a whole batch; every look-up is one of an index. */
function meet(asked: readonly Asked[], born: readonly string[], work: Work): Promise<Met[]> {
  const lookups = (kind: Asked['kind'], own: boolean) =>
    arrayOf(new Set(asked.filter((one) => one.kind === kind && (own || !one.isOwn)).map(({ lookup }) => lookup)));
  return work.query<Met>(
    `select 'idNumber' as kind, id_number_lookup as lookup, id as other from person where id_number_lookup = any($1::text[]) and not closed
     union all select 'pupilNumber', pupil_number_lookup, id from person where pupil_number_lookup = any($2::text[]) and not closed
     union all select f.kind, f.lookup, p.id from former_number f join person p on p.id = f.person and not p.closed
       where f.kind = 'idNumber' and f.lookup = any($3::text[])
     union all select f.kind, f.lookup, p.id from former_number f join person p on p.id = f.person and not p.closed
       where f.kind = 'pupilNumber' and f.lookup = any($4::text[])
     union all select 'nameAndBirth', a.id::text, p.id from person a cross join lateral (
       select p.id from person p where p.name = a.name and p.born_on = a.born_on and not p.closed and p.id <> a.id order by p.id limit ${mostAlike}) p
       where a.id = any($5::uuid[])`,
    [lookups('idNumber', false), lookups('pupilNumber', false), lookups('idNumber', true), lookups('pupilNumber', true), arrayOf(born)],
  );
}

/** Hashes and ids need no quotes, which the driver would put around each of some ten thousand. */
const arrayOf = (plain: Iterable<string>): string => `{${[...plain].join(',')}}`;

/** The lowest organisation above both of each pair. People of a sandbox have nobody above them who also answers for real ones. */
async function commonOrganisations(pairs: readonly Pick<Pair, 'one' | 'other'>[], work: Work): Promise<(string | undefined)[]> {
  const found = await work.query<{ nth: number; organisation: string }>(
    `select pair.nth::int as nth, common.organisation
     from unnest($1::uuid[], $2::uuid[]) with ordinality as pair (one, other, nth)
       join person p on p.id = pair.one join person q on q.id = pair.other
       join organisation a on a.id = p.organisation join organisation b on b.id = q.organisation
       cross join lateral (
         select o.id as organisation from organisation o where o.path @> a.path and o.path @> b.path order by nlevel(o.path) desc limit 1) common`,
    [pairs.map(({ one }) => one), pairs.map(({ other }) => other)],
  );
  const organisations = new Map(found.map(({ nth, organisation }) => [nth - 1, organisation]));
  return pairs.map((_, nth) => organisations.get(nth));
}
