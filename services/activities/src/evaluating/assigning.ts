import { Inject, Injectable } from '@nestjs/common';
import {
  ActivityNotFound,
  entryLifeCycle,
  EntryNotAtOrganiser,
  EntryNotFound,
  evaluationFacts,
  ExpertAssigned,
  ExpertConflict,
  ExpertOverloaded,
  ExpertUnknown,
  refuse,
  type activities,
  type Call,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store, violates, type Work } from '@lianxue/persistence';
import { activityOf, holdRunning, type ActivityTerms } from '../organising/stages.js';
import { useOne } from '../works/allowance.js';
import { Entry } from '../works/entry.entity.js';
import { Posts, type Post } from '../works/posts.js';
import { schoolKinds } from '../works/tiers.js';
import { Evaluation } from './evaluation.entity.js';

/** What an expert's load is counted under. */
export const expertLoad = 'evaluate';

/** The organiser assigns experts who have nothing to do with the school, and not too many entries to one. */
@Injectable()
export class Assigning {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
  ) {}

  async assign({ id = newId(), entryId, expert }: InputOf<typeof activities.assignExpert>, call: Call): Promise<Evaluation> {
    const posts = await this.posts.of(expert);
    return this.store.commit(call, async (work) => {
      const entry = await work.one(Entry, entryId, EntryNotFound);
      const activity = await activityOf(entry, work);
      await work.within(activity.organisation, ActivityNotFound);
      holdRunning(activity);
      if (!entry.isAtOrganiser) throw refuse(EntryNotAtOrganiser);
      entryLifeCycle.after(entry.status, 'evaluate');
      if (!posts.some(({ role }) => role === 'expert')) throw refuse(ExpertUnknown);
      await refuseConflict(entry, expert, posts, work);
      const evaluation = evaluationOf(entry, { id, expert, organisation: activity.organisation });
      const same = (existing: Evaluation) => existing.entry === entry.id && existing.expert === expert;
      const kept = await work.insert(evaluation, evaluationFacts.assigned, same).catch((error: unknown) => {
        throw violates(error, 'evaluation_once') ? refuse(ExpertAssigned) : error;
      });
      if (kept === evaluation) await this.load(evaluation, activity, work);
      return kept;
    });
  }

  private async load(evaluation: Evaluation, { id, settings }: ActivityTerms, work: Work): Promise<void> {
    const { expert } = evaluation;
    const use = await useOne({ activity: id, purpose: expertLoad, holder: expert, limit: settings.expertLoad }, work);
    if (use.usedUp) throw refuse(ExpertOverloaded, { limit: settings.expertLoad, assigned: use.used });
    await work.assign(evaluation, { person: expert });
  }
}

/** Those who have to do with a work: its school, its author where that is no pupil, its advisers, its contributors. */
interface Concerned {
  readonly organisation: string;
  readonly author?: string;
  readonly advisers?: readonly string[];
  readonly contributors?: readonly string[];
}

/** An expert with any post at the work's school, or one above or below it in the same central school, or who made or advised the work or had a part in it. */
export async function refuseConflict(concerned: Concerned, expert: string, posts: readonly Post[], work: Work): Promise<void> {
  if (concerned.author === expert) throw refuse(ExpertConflict, { because: 'author' });
  if (concerned.advisers?.includes(expert)) throw refuse(ExpertConflict, { because: 'adviser' });
  if (concerned.contributors?.includes(expert)) throw refuse(ExpertConflict, { because: 'contributor' });
  const [related] = await work.query(
    `select 1 from organisation school join organisation own on own.path @> school.path or own.path <@ school.path
     where school.id = $1 and own.id = any($2::uuid[]) and own.kind = any($3)`,
    [concerned.organisation, posts.map(({ organisation }) => organisation), schoolKinds],
  );
  if (related) throw refuse(ExpertConflict, { because: 'school' });
}

const evaluationOf = (entry: Entry, of: Pick<Evaluation, 'id' | 'expert' | 'organisation'>): Evaluation =>
  Object.assign(new Evaluation(), of, {
    activity: entry.activity,
    entry: entry.id,
    group: entry.group,
    category: entry.category,
    title: entry.title,
    description: entry.description,
  });
