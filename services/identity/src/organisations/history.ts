import { newId, type Work } from '@lianxue/persistence';
import type { OrganisationRecord } from './organisation.entity.js';

const known =
  'version, parent, kind, name, short_name, former_names, division_code, school_code, credit_code, school_type, state, closed_on, successor';

const sameDay = ['updated_at', ...known.split(', ')].map((column) => `${column} = excluded.${column}`).join(', ');

/**
 * Writes what is known of an organisation from today on, in the commit that changes it. History has days: of several
 * changes in one day the last is what holds for it.
 */
export async function keepHistory(row: OrganisationRecord, today: string, work: Work): Promise<void> {
  const [last] = await work.query<{ version: number; since: string }>(
    'select version, valid_from::text as since from organisation_history where organisation = $1 and valid_to is null',
    [row.id],
  );
  if (last?.version === row.version) return;
  // Two machines may disagree about midnight; no day ends before it began.
  const since = last && last.since > today ? last.since : today;
  if (last && last.since < since)
    await work.query('update organisation_history set valid_to = $2 where organisation = $1 and valid_to is null', [row.id, since]);
  await work.query(
    `insert into organisation_history (id, organisation, created_at, updated_at, valid_from, ${known})
     select $2, id, created_at, updated_at, $3, ${known} from organisation_record where id = $1
     on conflict (organisation, valid_from) do update set ${sameDay}`,
    [row.id, newId(), since],
  );
}
