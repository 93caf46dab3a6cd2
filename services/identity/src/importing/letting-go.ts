import { enrolmentFacts, movementFacts, type MovementCode } from '@lianxue/contracts';
import { endPosts, followPostsOf } from '../people/ending.js';
import type { Post } from '../people/post.entity.js';
import { movementOf } from '../pupils/movement.entity.js';
import { outOf } from '../pupils/moving-pupils.js';
import { endSchooling, pupilsAt } from '../pupils/pupil-here.js';
import type { Batch } from './importing-people.js';

/** A post that a roster says is held no longer, and how a pupil left with it. */
export interface Leaving {
  readonly post: Post;
  readonly as: MovementCode;
}

/** Ends what the rows of a batch have ended: pupils leave classes and guardians as they do by hand, each with a line of 学籍异动. */
export async function letGo(batch: Batch): Promise<void> {
  const { leaving, school, today, work, revoke, tally } = batch;
  await sendOnLeave(batch);
  if (leaving.length === 0) return;
  const others = leaving.map(({ post }) => post).filter(({ role }) => role !== 'pupil');
  const left = leaving.map(({ post }) => post.person);
  await endPosts(others, today, work, revoke);
  const pupils = leaving.filter(({ post }) => post.role === 'pupil');
  for (const kind of new Set(pupils.map(({ as }) => as))) {
    const people = pupils.filter(({ as }) => as === kind).map(({ post }) => post.person);
    const here = await pupilsAt(school, people, work);
    const guardians = await endSchooling(here, kind, today, work, revoke);
    for (const { enrolments } of here) tally.counts.enrolments.ended += enrolments.length;
    for (const { ended } of guardians) tally.count('posts', ended ? 'ended' : 'changed');
    const lines = here.map(({ post: { person }, homeroom }) =>
      movementOf({ organisation: school, person, kind, on: today, ...outOf(homeroom) }),
    );
    await work.insertAll(lines, movementFacts.recorded);
    left.push(...guardians.map(({ person }) => person));
  }
  await followPostsOf(left, work);
}

/** 休学: the place on the roll stays, classes end. */
async function sendOnLeave({ suspended, school, today, work, tally }: Batch): Promise<void> {
  if (suspended.length === 0) return;
  const here = await pupilsAt(school, suspended, work);
  const enrolments = here.flatMap((pupil) => pupil.enrolments.map((one) => one.end(today)));
  await work.updateAll(enrolments, enrolmentFacts.ended);
  tally.counts.enrolments.ended += enrolments.length;
  const lines = here.map(({ post: { person }, homeroom }) =>
    movementOf({ organisation: school, person, kind: 'suspension', on: today, ...outOf(homeroom) }),
  );
  await work.insertAll(lines, movementFacts.recorded);
}
