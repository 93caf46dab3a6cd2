import { postRoles, type Caller, type Statements } from '@lianxue/contracts';

/** Whether whoever ordered a job still holds the post, or is still the app, with which they ordered it. */
export async function isEntitled({ kind, subject, role, organisation, client }: Caller, statements: Statements): Promise<boolean> {
  if (kind === 'service') return true;
  const [app] = await statements.query<{ active: boolean }>(`select state = 'listed' as active from app where client_id = $1`, [client]);
  if (app && !app.active) return false;
  if (kind !== 'person' || !postRoles.some((one) => one === role)) return kind === 'app' && app !== undefined;
  const held = await statements.query(
    `select 1 from post p join person o on o.id = p.person
     where p.person = $1 and p.role = $2 and p.organisation = $3 and not p.ended and not o.closed
       and p.since <= (now() at time zone 'Asia/Shanghai')::date and (p.until is null or p.until >= (now() at time zone 'Asia/Shanghai')::date)`,
    [subject, role, organisation],
  );
  return held.length > 0;
}
