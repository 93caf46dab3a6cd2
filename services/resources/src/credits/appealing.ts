import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  AppealExists,
  AppealNotForSchool,
  AppealNotFound,
  AppealNotPublished,
  AppealOtherTier,
  AppealOwn,
  creditAppealFacts,
  creditFacts,
  refuse,
  ResourceNotFound,
  type Call,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { CreditAppealEntity } from './credit-appeal.entity.js';
import { CreditEntity } from './credit.entity.js';

/** Who was left out, or credited with too little, appeals; the tier that published the resource decides. */
@Injectable()
export class Appealing {
  constructor(@Inject(Store) private readonly store: Store) {}

  file({ id, ...claim }: InputOf<typeof resources.appealCredit>, call: Call): Promise<CreditAppealEntity> {
    return this.store.commit(call, async (work) => {
      const { subject, role } = call.caller;
      const organisation = actingOrganisation(call.caller);
      if (claim.role === 'school' && role !== 'schoolAdmin') throw refuse(AppealNotForSchool);
      await work.one(ResourceEntity, claim.resource, ResourceNotFound);
      const published = await work.query('select 1 from standing where resource = $1 and organisation = $2', [
        claim.resource,
        claim.grantedBy,
      ]);
      if (published.length === 0) throw refuse(AppealNotPublished);
      const person = claim.role === 'school' ? null : subject;
      const appeal = Object.assign(new CreditAppealEntity(), claim, { organisation, person, filedBy: subject, ...(id && { id }) });
      const same = (existing: CreditAppealEntity) =>
        isDeepStrictEqual({ ...existing.fact(), grounds: existing.grounds }, { ...appeal.fact(), grounds: appeal.grounds });
      const [open] = await work.all(CreditAppealEntity, openAbout(appeal), 1);
      if (open && open.id !== id) throw refuse(AppealExists);
      return work.insert(appeal, creditAppealFacts.filed, same);
    });
  }

  decide({ appealId, decision, points, answer }: InputOf<typeof resources.decideAppeal>, call: Call): Promise<CreditAppealEntity> {
    return this.store.commit(call, async (work) => {
      const appeal = await work.target(CreditAppealEntity, appealId, AppealNotFound);
      if (appeal.grantedBy !== call.caller.organisation) throw refuse(AppealOtherTier, { organisation: appeal.grantedBy });
      if (appeal.filedBy === call.caller.subject) throw refuse(AppealOwn);
      appeal.make(decision);
      appeal.answer = answer;
      if (points !== undefined) await correct(appeal, points, work);
      return work.update(appeal, decision === 'uphold' ? creditAppealFacts.upheld : creditAppealFacts.dismissed);
    });
  }
}

const openAbout = ({ resource, grantedBy, organisation, person }: CreditAppealEntity) =>
  sql`t.resource = ${resource} and t.granted_by = ${grantedBy} and t.organisation = ${organisation}
      and t.person is not distinct from ${person}::uuid and t.status = 'filed'`;

/** What was upheld is credited from now on. */
async function correct({ resource, grantedBy, organisation, person, role }: CreditAppealEntity, points: number, work: Work): Promise<void> {
  const [credit] = await work.all(
    CreditEntity,
    sql`t.resource = ${resource} and t.granted_by = ${grantedBy} and t.organisation = ${organisation} and t.person is not distinct from ${person}::uuid`,
    1,
  );
  if (credit) {
    await work.update(Object.assign(credit, { points, role }), creditFacts.corrected);
    return;
  }
  const granted = Object.assign(new CreditEntity(), { organisation, person, resource, grantedBy, role, points });
  await work.insert(granted, creditFacts.granted);
}
