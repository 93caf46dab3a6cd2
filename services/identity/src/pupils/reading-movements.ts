import { inBeijing, OrganisationUnknown, type Call, type identity, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Movement } from './movement.entity.js';

export const movementView = ({ createdAt, updatedAt, reason, ...row }: Movement) => ({
  ...Object.assign(new Movement(), row).fact(),
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
  reason,
});

/** The ledger 学籍异动, by pupil and by school. */
@Injectable()
export class ReadingMovements {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
  ) {}

  /** The lines within reach: a school reads its own of a pupil who has gone. */
  async ofPupil({ personId, ...paging }: InputOf<typeof identity.movementsOfPupil>, call: Call) {
    const page = await this.store.page(Movement, call, { where: sql`t.person = ${personId}`, ...paging }, movementView);
    if (page.items.length === 0 && paging.cursor === undefined) await this.people.met(personId, call);
    return page;
  }

  async ofSchool({ organisationId, kind, ...paging }: InputOf<typeof identity.movementsOfSchool>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const where = allOf(sql`t.organisation = ${organisationId}`, kind !== undefined && sql`t.kind = ${kind}`);
    return this.store.page(Movement, call, { where, ...paging }, movementView);
  }
}
