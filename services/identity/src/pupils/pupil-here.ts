import {
  assertThat,
  ClassUnfit,
  enrolmentFacts,
  movementKinds,
  OrganisationUnknown,
  PersonMerged,
  postFacts,
  PupilUnknown,
  refuse,
  type MovementCode,
} from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { endPost, followPosts } from '../people/ending.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import type { Revoked } from '../signing-in/revocations.js';

/** A pupil at a school, as a movement finds them. */
export interface PupilHere {
  readonly school: string;
  readonly post: Post;
  /** What they are enrolled in there; of their own class first. */
  readonly enrolments: readonly Enrolment[];
  /** Their own class 行政班, when they are in one. */
  readonly homeroom: SchoolClass | undefined;
}

/** The pupil of a school within reach, locked; a merged one answers with the successor. */
export async function pupilWithin(school: string, person: string, work: Work): Promise<PupilHere> {
  await work.one(OrganisationRecord, school, OrganisationUnknown);
  const here = await pupilAt(school, person, work);
  if (here) return here;
  const [merged] = await work.query<{ successor: string }>(
    `select p.merged_into as successor from person p join post t on t.person = p.merged_into where p.id = $1 and t.organisation = $2 limit 1`,
    [person, school],
  );
  throw merged ? refuse(PersonMerged, merged) : refuse(PupilUnknown);
}

/** The same without regard to reach: the rule has established the right. */
export async function pupilAt(school: string, person: string, work: Work): Promise<PupilHere | undefined> {
  const [post] = await work.all(Post, sql`t.person = ${person} and t.organisation = ${school} and t.role = 'pupil' and not t.ended`, 1);
  if (!post) return undefined;
  const enrolments = await work.all(
    Enrolment,
    sql`t.person = ${person} and t.organisation = ${school} and t.role = 'pupil' and not t.ended`,
  );
  const classes = await work.all(
    SchoolClass,
    sql`t.id = any(${enrolments.map((enrolment) => enrolment.class)}::uuid[]) and t.kind = 'homeroom' and not t.ended`,
  );
  return { school, post, enrolments, homeroom: classes[0] };
}

/** A class that pupils of this school may be put into. */
export async function fitClass(id: string, school: string, work: Work): Promise<SchoolClass> {
  const [found] = await work.all(SchoolClass, sql`t.id = ${id} and t.organisation = ${school} and t.kind = 'homeroom' and not t.ended`, 1);
  assertThat(found, ClassUnfit);
  return found;
}

export const enrolmentIn = (inClass: SchoolClass, person: string, since: string): Enrolment =>
  Object.assign(new Enrolment(), { class: inClass.id, organisation: inClass.organisation, person, role: 'pupil' as const, since });

/** Ends what pupils are at their school: enrolments, posts, and the guardians' posts that were for them. Answers the latter. */
export async function endSchooling(
  pupils: readonly PupilHere[],
  kind: MovementCode,
  on: string,
  work: Work,
  revoke: (revoked: Revoked) => void,
): Promise<Post[]> {
  for (const { post, enrolments } of pupils) {
    for (const enrolment of enrolments) await work.update(enrolment.end(on), enrolmentFacts.ended);
    post.pupilStatus = movementKinds[kind].status;
    revoke(await endPost(post, on, work));
  }
  return releaseWards(pupils, on, work, revoke);
}

/** Guardians stop being there for these wards; whoever has no other ward at the school ends the post. */
async function releaseWards(pupils: readonly PupilHere[], on: string, work: Work, revoke: (revoked: Revoked) => void): Promise<Post[]> {
  const wards = pupils.map(({ post }) => post.person);
  const posts = await work.all(
    Post,
    sql`t.organisation = ${pupils[0]?.school} and t.role = 'guardian' and not t.ended and t.about && ${wards}::uuid[]`,
  );
  for (const post of posts) {
    const others = post.about.filter((ward) => !wards.includes(ward));
    if (others.length === 0) {
      revoke(await endPost(post, on, work));
      continue;
    }
    post.about = others;
    // The token in use still names the ward.
    revoke({ kind: 'post', value: post.id });
    await work.update(post, postFacts.changed);
  }
  return posts;
}

/** Holds the kinds of people to the posts they hold now. */
export async function followAll(ids: readonly string[], work: Work): Promise<void> {
  for (const person of await work.all(Person, sql`t.id = any(${[...new Set(ids)]}::uuid[])`)) await followPosts(person, work);
}
