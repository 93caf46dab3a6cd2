import { sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { folded, keysOf, readingsOf } from './names.js';
import { namingRules } from './naming.js';
import type { OrganisationRecord } from './organisation.entity.js';

/** Which of its names a name is. */
export type NameKind = 'name' | 'shortName' | 'formerName';

interface KeptName {
  readonly why: NameKind;
  readonly name: string;
}

const namesOf = ({ name, shortName, formerNames }: OrganisationRecord): KeptName[] => [
  { why: 'name', name },
  ...(shortName === null ? [] : [{ why: 'shortName' as const, name: shortName }]),
  ...formerNames.map((former) => ({ why: 'formerName' as const, name: former })),
];

/** What a search and a match look through, computed from a name alone, so that no move changes it. */
function findable(name: string) {
  const { strong, weak, faint } = keysOf(readingsOf(name));
  return { folded: folded(name), keys: [...strong, ...weak, ...faint], rules: namingRules };
}

/** Keeps the names an organisation can be found by, in the commit that changes them. */
export async function keepNames(row: OrganisationRecord, work: Work): Promise<void> {
  const names = namesOf(row);
  if (row.version > 1)
    await work.query(
      `delete from organisation_name n where organisation = $1 and not exists (
         select 1 from unnest($2::text[], $3::text[]) as held (why, name) where held.why = n.why and held.name = n.name)`,
      [row.id, names.map(({ why }) => why), names.map(({ name }) => name)],
    );
  const rows = names.map((kept) => ({ organisation: row.id, ...kept, ...findable(kept.name) }));
  await work.query(
    `insert into organisation_name select * from jsonb_populate_recordset(null::organisation_name, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Names read in one commit. */
const batch = 500;

/** Reads names anew that were read by older rules, or never. */
@Injectable()
export class RereadingNames {
  constructor(private readonly store: Store) {}

  /** Answers how many it read. */
  async run(): Promise<number> {
    let read = 0;
    for (let went = batch; went === batch; read += went) went = await this.readSome();
    return read;
  }

  private async readSome(): Promise<number> {
    const old = await this.store.read<KeptName & { organisation: string }>(
      sql`select organisation, why, name from organisation_name where rules < ${namingRules} order by rules limit ${batch}`,
    );
    if (old.length === 0) return 0;
    await this.store.commit(ownCall(), (work) =>
      work.query(
        `update organisation_name n set folded = r.folded, keys = r.keys, rules = r.rules
         from jsonb_to_recordset($1::jsonb) as r (organisation uuid, why text, name text, folded text, keys text[], rules int)
         where n.organisation = r.organisation and n.why = r.why and n.name = r.name`,
        [JSON.stringify(old.map((kept) => ({ ...kept, ...findable(kept.name) })))],
      ),
    );
    return old.length;
  }
}
