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
import { endPosts } from '../people/ending.js';
import { Post } from '../people/post.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import type { Revoked } from '../signing-in/revocations.js';

/** As many as a batch of an import may name. */
const atOnce = 20_000;

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
  const [here] = await pupilsAt(school, [person], work);
  return here;
}

/** Those of these people who are pupils of the school. */
export async function pupilsAt(school: string, people: readonly string[], work: Work): Promise<PupilHere[]> {
  const pupilOf = sql`t.person = any(${people}::uuid[]) and t.organisation = ${school} and t.role = 'pupil' and not t.ended`;
  const posts = await work.all(Post, pupilOf, atOnce);
  const enrolments = await work.all(Enrolment, pupilOf, atOnce);
  const classes = await work.all(
    SchoolClass,
    sql`t.id = any(${[...new Set(enrolments.map((enrolment) => enrolment.class))]}::uuid[]) and t.kind = 'homeroom' and not t.ended`,
  );
  const homerooms = new Map(classes.map((one) => [one.id, one]));
  const ofPupil = new Map<string, Enrolment[]>(posts.map(({ person }) => [person, []]));
  for (const one of enrolments) ofPupil.get(one.person)?.push(one);
  return posts.map((post) => {
    const own = ofPupil.get(post.person)!;
    return { school, post, enrolments: own, homeroom: own.map((one) => homerooms.get(one.class)).find((one) => one !== undefined) };
  });
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
  if (pupils.length === 0) return [];
  await work.updateAll(
    pupils.flatMap(({ enrolments }) => enrolments.map((one) => one.end(on))),
    enrolmentFacts.ended,
  );
  const posts = pupils.map(({ post }) => Object.assign(post, { pupilStatus: movementKinds[kind].status }));
  await endPosts(posts, on, work, revoke);
  return releaseWards(pupils, on, work, revoke);
}

/** Guardians stop being there for these wards; whoever has no other ward at the school ends the post. */
async function releaseWards(pupils: readonly PupilHere[], on: string, work: Work, revoke: (revoked: Revoked) => void): Promise<Post[]> {
  const wards = pupils.map(({ post }) => post.person);
  const posts = await work.all(
    Post,
    sql`t.organisation = ${pupils[0]?.school} and t.role = 'guardian' and not t.ended and t.about && ${wards}::uuid[]`,
    atOnce,
  );
  const left = new Set(wards);
  const others = ({ about }: Post) => about.filter((ward) => !left.has(ward));
  const ofOthers = posts.filter((post) => others(post).length > 0);
  const ending = posts.filter((post) => !ofOthers.includes(post));
  await endPosts(ending, on, work, revoke);
  for (const post of ofOthers) {
    post.about = others(post);
    // The token in use still names the ward.
    revoke({ kind: 'post', value: post.id });
  }
  await work.updateAll(ofOthers, postFacts.changed);
  return posts;
}
