import { OrganisationUnknown, type Call, type Candidate } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { NameKind } from './kept-names.js';
import { likeness } from './likeness.js';
import { folded, keysOf, readingsOf, type Keys, type Reading } from './names.js';
import { worth } from './naming.js';
import { OrganisationRecord } from './organisation.entity.js';
import { isWithin } from './searching.js';

type Match = z.output<typeof Candidate>;

/** Names looked up by one statement, so that none takes long. */
const atOnce = 20;

/** Names of ours that are looked at for one, by what they share with it; more than one 第一小学 for each county of a province. */
const lookedAt = 200;

/** Of those within reach, this many are weighed. */
const weighed = 40;

/** So many organisations are a county with its schools. */
const few = 2000;

/** Where to look. */
interface Scope {
  readonly where: Sql;
  /** All organisations there, when they are few. */
  readonly few: readonly string[] | null;
}

/** A name somebody typed, read in all the ways it may be meant. */
interface Asked {
  readonly whole: string;
  readonly readings: readonly Reading[];
}

/** A name of ours that may be meant. */
interface Found {
  readonly nth: number;
  readonly organisation: string;
  readonly why: NameKind;
  readonly name: string;
  readonly merged: boolean;
  /** Where it stands: its own division code, or that of its parent. */
  readonly place: string | null;
}

interface Scored {
  readonly organisation: string;
  readonly score: number;
  readonly why: Match['why'];
}

interface Introduced {
  readonly id: string;
  readonly name: string;
  readonly kind: Match['kind'];
  readonly state: OrganisationRecord['state'];
  readonly successor: string | null;
  readonly parentName: string | null;
}

const words: Readonly<Record<NameKind, Match['why']>> = { name: '全称', shortName: '简称', formerName: '曾用名' };

/** Which organisations are meant by names as people type them into a table. The same names give the same answer. */
@Injectable()
export class Matching {
  constructor(private readonly store: Store) {}

  /** For each name its candidates within the caller's reach, the best first. */
  async match(
    names: readonly string[],
    call: Call,
    { below, limit = 3 }: { below?: string | undefined; limit?: number } = {},
  ): Promise<Match[][]> {
    if (below !== undefined) await this.store.one(OrganisationRecord, below, call, OrganisationUnknown);
    const scope = await this.scopeOf(call, below);
    const asked = names.map((name) => ({ whole: folded(name), readings: readingsOf(name) }));
    const best = asked.map((): Scored[] => []);
    for (const by of ['strong', 'weak', 'faint'] as const) {
      const open = asked.flatMap((one, nth) => (best[nth]!.length === 0 ? [{ one, nth }] : []));
      const found = await this.bestOfAll(
        open.map(({ one }) => one),
        by,
        scope,
        limit,
      );
      open.forEach(({ nth }, index) => (best[nth] = found[index]!));
    }
    return this.introduce(best);
  }

  private async bestOfAll(asked: readonly Asked[], by: keyof Keys, scope: Scope, limit: number): Promise<Scored[][]> {
    const best: Scored[][] = [];
    for (let first = 0; first < asked.length; first += atOnce) {
      const some = asked.slice(first, first + atOnce);
      const found = await this.lookUp(some, by, scope);
      best.push(
        ...some.map((one, nth) =>
          bestOf(
            one,
            found.filter((candidate) => candidate.nth === nth),
            limit,
          ),
        ),
      );
    }
    return best;
  }

  /** A school’s or a county’s few organisations are named one by one, so that no look-alike elsewhere crowds them out. */
  private async scopeOf(call: Call, below: string | undefined): Promise<Scope> {
    const reach = await this.store.reachOf(OrganisationRecord, call);
    const where = below === undefined ? reach : sql`${reach} and ${isWithin(below)}`;
    const top = below ?? call.caller.organisation ?? null;
    const ids = await this.store.read<{ id: string }>(
      sql`select o.id from organisation o where o.path <@ (select t.path from organisation t where t.id = ${top}) limit ${few + 1}`,
    );
    return { where, few: top !== null && ids.length <= few ? ids.map(({ id }) => id) : null };
  }

  /** The names that share a key, the likeliest of each first; what they belong to is looked at only for those. */
  private lookUp(asked: readonly Asked[], by: keyof Keys, { where, few }: Scope): Promise<Found[]> {
    const rows = asked.map(({ whole, readings }, nth) => ({
      nth,
      whole,
      keys: keysOf(readings)[by],
      places: readings.flatMap(({ divisions }) => divisions.flat().map(wholeDivision)),
    }));
    const among = few ? sql`m.organisation = any(${few}::uuid[])` : sql`true`;
    return this.store.read<Found>(sql`
      select a.nth, c.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (nth int, whole text, keys text[], places text[])
      cross join lateral (
        select coalesce(t.successor, t.id) as organisation, m.why, m.name, t.state = 'merged' as merged, s.place
        from (
          select m.organisation, m.why, m.name, m.folded, (select count(*) from unnest(m.keys) as own (key) where own.key = any(a.keys)) as shared
          from organisation_name m where m.keys && a.keys and ${among} order by shared desc, m.organisation, m.why limit ${lookedAt}
        ) m
        cross join lateral (
          select t.id, t.successor, t.state, t.division_code, t.parent from organisation_record t where t.id = m.organisation and t.state <> 'closed' and ${where} offset 0
        ) t
        left join organisation_record p on p.id = t.parent
        cross join lateral (select coalesce(t.division_code, p.division_code) as place) s
        order by m.folded = a.whole desc, array[left(s.place, 2), left(s.place, 4), s.place] && a.places desc, m.shared desc, m.organisation, m.why
        limit ${weighed}
      ) c`);
  }

  /** Names them; who was merged into one that was merged in turn is followed to the end. */
  private async introduce(best: readonly Scored[][]): Promise<Match[][]> {
    const known = new Map<string, Introduced>();
    for (let ids = idsIn(best); ids.length > 0;) {
      const rows = await this.introduceSome(ids);
      for (const row of rows) known.set(row.id, row);
      ids = rows.flatMap(({ successor }) => (successor !== null && !known.has(successor) ? [successor] : []));
    }
    const heirOf = (id: string): Introduced | undefined => {
      const row = known.get(id);
      return row?.successor ? heirOf(row.successor) : row;
    };
    return best.map((candidates) => {
      const matches = candidates.flatMap(({ organisation, score, why }) => {
        const heir = heirOf(organisation);
        return heir?.state === 'open'
          ? [{ organisation: heir.id, name: heir.name, kind: heir.kind, parentName: heir.parentName, score, why }]
          : [];
      });
      return matches.filter(({ organisation }, index) => matches.findIndex((other) => other.organisation === organisation) === index);
    });
  }

  private introduceSome(ids: readonly string[]): Promise<Introduced[]> {
    return this.store.read<Introduced>(
      sql`select r.id, r.name, r.kind, r.state, r.successor, p.name as "parentName"
          from unnest(${ids}::uuid[]) as asked (id) cross join lateral (select * from organisation_record r where r.id = asked.id offset 0) r
          left join lateral (select p.name from organisation_record p where p.id = r.parent offset 0) p on true`,
    );
  }
}

const idsIn = (best: readonly Scored[][]): string[] => [...new Set(best.flat().map(({ organisation }) => organisation))];

/** A province's or city's code stands for all that begin with it: 361000 as 3610. */
const wholeDivision = (code: string): string => code.replace(/(00){1,2}$/, '');

function bestOf(asked: Asked, found: readonly Found[], limit: number): Scored[] {
  const best = new Map<string, Scored>();
  for (const candidate of found) {
    const scored = scoreOf(asked, candidate);
    const before = best.get(candidate.organisation);
    if (scored.score >= worth.least && (!before || before.score < scored.score)) best.set(candidate.organisation, scored);
  }
  return [...best.values()]
    .sort((one, other) => other.score - one.score || (one.organisation < other.organisation ? -1 : 1))
    .slice(0, limit);
}

function scoreOf({ whole, readings }: Asked, { organisation, why, name, merged, place }: Found): Scored {
  const known = merged ? 'formerName' : why;
  if (whole === folded(name)) return { organisation, score: worth.whole[known], why: words[known] };
  let best: Scored = { organisation, score: 0, why: '相似' };
  for (const own of readingsOf(name))
    for (const reading of readings) {
      const same = reading.core === own.core;
      const plain = same ? worth.core[known] : worth.alike * likeness(reading, own);
      const score = Math.round(100 * Math.min(1, placed(plain, reading, own, place))) / 100;
      if (score > best.score) best = { organisation, score, why: same ? words[known] : '相似' };
    }
  return best;
}

/** A division that was said has to be where the organisation stands; so has one that was taken off its own name. */
function placed(plain: number, reading: Reading, own: Reading, place: string | null): number {
  if (place === null) return plain;
  const stands = ({ divisions }: Reading) => divisions.every((codes) => codes.some((code) => place.startsWith(wholeDivision(code))));
  if (!stands(reading) || !stands(own)) return plain * worth.misplaced;
  return reading.divisions.length > 0 && plain > 0 ? plain + worth.placed : plain;
}
