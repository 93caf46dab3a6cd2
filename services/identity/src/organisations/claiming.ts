import { CodeTaken, refuse } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { OrganisationRecord } from './organisation.entity.js';

/**
 * Takes the codes of an organisation for ever: 学校标识码 and 统一社会信用代码 stay claimed when it closes or changes them,
 * since a code once given never names another. The code of a division is held only while its authority is open.
 */
export async function claimCodes(row: OrganisationRecord, work: Work): Promise<void> {
  if (row.schoolCode) await claim('schoolCode', 'moe', row.schoolCode, row.id, work);
  if (row.creditCode) await claim('creditCode', 'gb32100', row.creditCode, row.id, work);
  const { kind, divisionCode } = row;
  if (!divisionCode || (kind !== 'province' && kind !== 'city' && kind !== 'county')) return;
  const [other] = await work.query(
    `select 1 from organisation_record where division_code = $1 and kind in ('province', 'city', 'county') and state = 'open' and id <> $2`,
    [divisionCode, row.id],
  );
  if (other) throw refuse(CodeTaken, { field: 'divisionCode', value: divisionCode });
}

async function claim(kind: 'schoolCode' | 'creditCode', source: string, value: string, entity: string, work: Work): Promise<void> {
  if (!(await isOursForEver(kind, source, value, entity, work))) throw refuse(CodeTaken, { field: kind, value });
}

/** Claims a value that never passes to another; false when another has it. */
export async function isOursForEver(kind: string, source: string, value: string, entity: string, work: Work): Promise<boolean> {
  const [held] = await work.query<{ entity: string }>(
    `insert into external_id (kind, source, value, entity) values ($1, $2, $3, $4)
     on conflict (kind, source, value) do update set entity = external_id.entity returning entity`,
    [kind, source, value, entity],
  );
  return held?.entity === entity;
}
