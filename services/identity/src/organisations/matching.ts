import { OrganisationUnknown, type Call, type Candidate } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { NameKind } from './kept-names.js';
import { likeness } from './likeness.js';
import { folded, keysOf, readingsOf, type Reading } from './names.js';
import { worth } from './naming.js';
import { OrganisationRecord } from './organisation.entity.js';
import { isWithin } from './searching.js';

type Match = z.output<typeof Candidate>;

/** Names looked up by one statement, so that none takes long. */
const atOnce = 50;

/** A name with more look-alikes than this is told apart by its division or by nobody. */
const lookedAt = 40;

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
    const reach = await this.store.reachOf(OrganisationRecord, call);
    const where = below === undefined ? reach : sql`${reach} and ${isWithin(below)}`;
    const best: Scored[][] = [];
    for (let first = 0; first < names.length; first += atOnce) {
      const asked = names.slice(first, first + atOnce).map((name) => ({ whole: folded(name), readings: readingsOf(name) }));
      const found = await this.lookUp(asked, where);
      best.push(
        ...asked.map((one, nth) =>
          bestOf(
            one,
            found.filter((candidate) => candidate.nth === nth),
            limit,
          ),
        ),
      );
    }
    return this.introduce(best);
  }

  private lookUp(asked: readonly Asked[], where: Sql): Promise<Found[]> {
    const rows = asked.map(({ whole, readings }, nth) => {
      const { strong, weak } = keysOf(readings);
      return {
        nth,
        whole,
        strong,
        every: [...strong, ...weak],
        places: readings.flatMap(({ divisions }) => divisions.flat().map(wholeDivision)),
      };
    });
    return this.store.read<Found>(sql`
      select a.nth, c.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (nth int, whole text, strong text[], every text[], places text[])
      cross join lateral (
        select coalesce(t.successor, t.id) as organisation, m.why, m.name, t.state = 'merged' as merged, coalesce(t.division_code, p.division_code) as place
        from organisation_name m join organisation_record t on t.id = m.organisation left join organisation_record p on p.id = t.parent
        where m.keys && a.every and t.state <> 'closed' and ${where}
        order by m.folded = a.whole desc, m.keys && a.strong desc,
          array[left(coalesce(t.division_code, p.division_code), 2), left(coalesce(t.division_code, p.division_code), 4), coalesce(t.division_code, p.division_code)] && a.places desc,
          (select count(*) from unnest(m.keys) as own (key) where own.key = any(a.every)) desc, m.organisation
        limit ${lookedAt}
      ) c`);
  }

  /** Names them; who was merged into one that was merged in turn is followed to the end. */
  private async introduce(best: readonly Scored[][]): Promise<Match[][]> {
    const ids = [...new Set(best.flat().map(({ organisation }) => organisation))];
    const rows = await this.store.read<{ asked: string; id: string; name: string; kind: Match['kind']; parentName: string | null }>(sql`
      with recursive heir as (
        select r.id as asked, r.id, r.successor, 0 as steps from organisation_record r where r.id = any(${ids}::uuid[])
        union all select h.asked, r.id, r.successor, h.steps + 1 from heir h join organisation_record r on r.id = h.successor where h.steps < 20
      )
      select h.asked, r.id, r.name, r.kind, p.name as "parentName"
      from heir h join organisation_record r on r.id = h.id left join organisation_record p on p.id = r.parent
      where h.successor is null and r.state = 'open'`);
    const known = new Map(rows.map((row) => [row.asked, row]));
    return best.map((candidates) => {
      const matches = candidates.flatMap(({ organisation, score, why }) => {
        const heir = known.get(organisation);
        return heir ? [{ organisation: heir.id, name: heir.name, kind: heir.kind, parentName: heir.parentName, score, why }] : [];
      });
      return matches.filter(({ organisation }, index) => matches.findIndex((other) => other.organisation === organisation) === index);
    });
  }
}

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
