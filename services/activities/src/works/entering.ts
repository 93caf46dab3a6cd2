import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  ActivityNotFound,
  CLOCK,
  EntryAdviserUnknown,
  EntryChoiceUnknown,
  entryFacts,
  EntryNotFound,
  EntryPupilUnknown,
  NotFound,
  refuse,
  schoolStaff,
  type activities,
  type Call,
  type Clock,
  type EntryInput,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { Activity } from '../organising/activity.entity.js';
import { activityOf, holdOpen, type ActivityTerms } from '../organising/stages.js';
import { Entry } from './entry.entity.js';
import { Posts } from './posts.js';
import { schoolKinds } from './tiers.js';

/** A teacher enters a pupil's work, corrects it, or takes it back before the school has recommended it. */
@Injectable()
export class Entering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async enter({ id = newId(), activityId, organisation, ...work }: InputOf<typeof activities.enterWork>, call: Call): Promise<Entry> {
    const activity = await this.store.one(Activity, activityId, call, ActivityNotFound);
    holdOpen(activity, 'entry', this.clock.now());
    holdToChoices(work, activity);
    await this.holdToPeople(work, organisation);
    return this.store.commit(call, async (commit) => {
      await commit.within(organisation);
      await expectSchool(organisation, commit);
      const entry = Object.assign(new Entry(), {
        id,
        organisation,
        organiser: activity.organisation,
        activity: activity.id,
        standsWith: organisation,
      });
      describe(entry, work);
      return commit.insert(entry, entryFacts.entered, (existing) => isDeepStrictEqual(said(existing), said(entry)));
    });
  }

  async change({ entryId, ...work }: InputOf<typeof activities.changeEntry>, call: Call): Promise<Entry> {
    const { organisation } = await this.store.one(Entry, entryId, call, EntryNotFound);
    await this.holdToPeople(work, organisation);
    return this.store.commit(call, async (commit) => {
      const entry = await commit.target(Entry, entryId, EntryNotFound);
      const activity = await activityOf(entry, commit);
      entry.make('change');
      holdOpen(activity, 'entry', this.clock.now());
      holdToChoices(work, activity);
      describe(entry, work);
      return commit.update(entry, entryFacts.changed);
    });
  }

  withdraw(entryId: string, call: Call): Promise<Entry> {
    return this.store.commit(call, async (work) => {
      const entry = await work.target(Entry, entryId, EntryNotFound);
      entry.make('withdraw');
      return work.update(entry, entryFacts.withdrawn);
    });
  }

  /** The pupil and the advisers belong to the school. Asked before the commit, which must not wait for the wire. */
  private async holdToPeople({ pupil, advisers }: EntryInput, school: string): Promise<void> {
    const posts = await Promise.all([pupil, ...advisers].map((person) => this.posts.of(person)));
    const [ofPupil, ...ofAdvisers] = posts;
    if (!ofPupil!.some(({ role, organisation }) => role === 'pupil' && organisation === school)) throw refuse(EntryPupilUnknown);
    const teaches = ofAdvisers.every((held) =>
      held.some(({ role, organisation }) => schoolStaff.some((staff) => staff === role) && organisation === school),
    );
    if (!teaches) throw refuse(EntryAdviserUnknown);
  }
}

async function expectSchool(organisation: string, work: Work): Promise<void> {
  const [school] = await work.query('select 1 from organisation where id = $1 and kind = any($2)', [organisation, schoolKinds]);
  if (!school) throw refuse(NotFound);
}

function holdToChoices({ group, category }: EntryInput, { settings }: ActivityTerms): void {
  if (!settings.groups.some(({ code }) => code === group)) throw refuse(EntryChoiceUnknown, { field: 'group', chosen: group });
  if (!settings.categories.some(({ code }) => code === category)) throw refuse(EntryChoiceUnknown, { field: 'category', chosen: category });
}

function describe(entry: Entry, { group, category, title, description, pupil, advisers }: EntryInput): void {
  Object.assign(entry, { group, category, title, description: description ?? null, pupil, advisers });
}

const said = ({ organisation, activity, group, category, title, description, pupil, advisers }: Entry) => ({
  organisation,
  activity,
  group,
  category,
  title,
  description,
  pupil,
  advisers,
});
