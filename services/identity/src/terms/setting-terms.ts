import {
  assertThat,
  OrganisationClosed,
  OrganisationUnknown,
  TermBackwards,
  TermExists,
  TermMisplaced,
  TermOutsideParent,
  termFacts,
  termTitle,
  TermUnknown,
  TermWithdrawn,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { holdingAt } from './handed-down.js';
import { Term } from './term.entity.js';

/** What each kind lies in. */
const parentKind = { schoolYear: undefined, term: 'schoolYear', gradingPeriod: 'term' } as const;

/** Setting the calendar of an authority or a school, and changing it. */
@Injectable()
export class SettingTerms {
  constructor(private readonly store: Store) {}

  set(input: InputOf<typeof identity.setTerm>, call: Call): Promise<Term> {
    const { organisation, kind, schoolYear, ordinal = null, stage = null } = input;
    return this.store.commit(call, async (work) => {
      const owner = await work.one(OrganisationRecord, organisation, OrganisationUnknown);
      assertThat(owner.state === 'open', OrganisationClosed);
      const parent = await this.parentOf(input, work);
      const [since, until] =
        kind === 'schoolYear'
          ? [input.since ?? `${schoolYear}-09-01`, input.until ?? `${schoolYear + 1}-08-31`]
          : [input.since ?? parent?.since, input.until ?? parent?.until];
      assertThat(since !== undefined && until !== undefined && (kind !== 'term' || ordinal !== null), TermMisplaced);
      const title = input.title ?? termTitle(schoolYear, kind === 'schoolYear' ? null : ordinal);
      const term = Object.assign(new Term(), {
        ...(input.id !== undefined && { id: input.id }),
        ...{ organisation, kind, parent: parent?.id ?? null, schoolYear, ordinal, stage, title, since, until },
      });
      refuseMisfit(term, parent);
      await this.refuseTwice(term, work);
      return work.insert(term, termFacts.set, (there) => there.organisation === organisation && there.title === title);
    });
  }

  change({ termId, ...said }: InputOf<typeof identity.changeTerm>, call: Call): Promise<Term> {
    return this.store.commit(call, async (work) => {
      const term = await work.target(Term, termId, TermUnknown);
      assertThat(!term.withdrawn, TermWithdrawn);
      const [parent] = term.parent === null ? [] : await work.all(Term, sql`t.id = ${term.parent}`);
      refuseMisfit(Object.assign(term, said), parent);
      return work.update(term, termFacts.changed);
    });
  }

  withdraw(termId: string, call: Call): Promise<Term> {
    return this.store.commit(call, async (work) => {
      const term = await work.target(Term, termId, TermUnknown);
      assertThat(!term.withdrawn, TermWithdrawn);
      return work.update(Object.assign(term, { withdrawn: true }), termFacts.withdrawn);
    });
  }

  /** What a term lies in may have been set by an organisation above. */
  private async parentOf(
    { kind, parent, organisation, schoolYear }: InputOf<typeof identity.setTerm>,
    work: Work,
  ): Promise<Term | undefined> {
    const needed = parentKind[kind];
    if (parent === undefined) {
      assertThat(kind !== 'gradingPeriod', TermMisplaced);
      return undefined;
    }
    const [found] = await holdingAt(Term, [parent], organisation, work);
    assertThat(found && !found.withdrawn, TermUnknown);
    assertThat(found.kind === needed && found.schoolYear === schoolYear, TermMisplaced);
    return found;
  }

  /** The owner’s row is locked, so no other can be set meanwhile. */
  private async refuseTwice({ id, organisation, kind, schoolYear, ordinal, stage, parent }: Term, work: Work): Promise<void> {
    const same = await work.all(
      Term,
      sql`t.organisation = ${organisation} and t.kind = ${kind} and t.school_year = ${schoolYear} and t.ordinal is not distinct from ${ordinal}::int
          and t.stage is not distinct from ${stage}::text and (t.kind <> 'gradingPeriod' or t.parent is not distinct from ${parent}::uuid) and not t.withdrawn`,
    );
    assertThat(
      same.every((other) => other.id === id),
      TermExists,
    );
  }
}

function refuseMisfit({ since, until }: Term, parent: Term | undefined): void {
  assertThat(since <= until, TermBackwards);
  if (parent) assertThat(since >= parent.since && until <= parent.until, TermOutsideParent, { since: parent.since, until: parent.until });
}
