import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationClosed,
  OrganisationMisplaced,
  OrganisationUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { given } from '../given.js';
import { OwnCopies } from '../tree/own-copies.js';
import { checkCodes } from './codes.js';
import { claimCodes } from './claiming.js';
import { OrganisationRecord } from './organisation.entity.js';
import { mayStandBelow } from './placing.js';

type Details = Pick<OrganisationRecord, 'kind' | 'name' | 'shortName' | 'divisionCode' | 'schoolCode' | 'creditCode' | 'schoolType'>;

/** A new organisation below `parent`; its row belongs to itself. */
export function organisationOf(id: string, parent: string | null, details: Details): OrganisationRecord {
  const { kind, name, shortName, divisionCode, schoolCode, creditCode, schoolType } = details;
  return Object.assign(new OrganisationRecord(), {
    id,
    organisation: id,
    parent,
    kind,
    name,
    shortName,
    divisionCode,
    schoolCode,
    creditCode,
    schoolType,
  });
}

const sameAs = (row: OrganisationRecord) => (existing: OrganisationRecord) =>
  (['parent', 'kind', 'name', 'shortName', 'divisionCode', 'schoolCode', 'creditCode', 'schoolType'] as const).every(
    (key) => existing[key] === row[key],
  );

/** Registering organisations, and changing what is known of them. */
@Injectable()
export class Registering {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register({ id, ...input }: InputOf<typeof identity.registerOrganisation>, call: Call): Promise<OrganisationRecord> {
    return this.store.commit(call, async (work) => {
      const parent = await work.one(OrganisationRecord, input.parent, OrganisationUnknown);
      assertThat(parent.state === 'open', OrganisationClosed);
      assertThat(mayStandBelow(input.kind, parent.kind), OrganisationMisplaced, { kind: input.kind, parent: parent.kind });
      checkCodes(input.kind, input, this.today());
      const row = organisationOf(id ?? newId(), input.parent, input);
      await claimCodes(row, work);
      return this.copies.register(row, work, sameAs(row));
    });
  }

  change({ organisationId, name, ...changes }: InputOf<typeof identity.changeOrganisation>, call: Call): Promise<OrganisationRecord> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(row.state === 'open', OrganisationClosed);
      if (name !== undefined) row.rename(name);
      Object.assign(row, given(changes));
      checkCodes(row.kind, row, this.today());
      await claimCodes(row, work);
      return this.copies.organisation(row, 'changed', work);
    });
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}
