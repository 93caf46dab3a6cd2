import {
  refuse,
  ResourceOtherTier,
  ResourceReviewedAlready,
  ResourceReviewerNotNamed,
  resourceReviewers,
  reviewingRoles,
  RoleNotPermitted,
  type Caller,
  type Refusal,
  type Role,
} from '@lianxue/contracts';
import { sql, type Asking, type Sql } from '@lianxue/persistence';
import { madeBy, type ResourceEntity } from '../catalogue/resource.entity.js';
import { rulesAt } from './rules.js';

interface Naming {
  readonly id: string;
  /** Whether anybody is named for this step, stage and subject, and whether the caller is. */
  readonly named: boolean;
  readonly me: boolean;
  /** Whether the caller has decided a step of this round. */
  readonly decided: boolean;
  /** Whether the tier is the caller's own or lies below it. */
  readonly below: boolean;
}

const isOneOf = (roles: readonly Role[], { role }: Caller): boolean => roles.some((each) => each === role);

/**
 * Why the caller may not decide what these resources wait for at a tier (`at`, over the resource `r`); nothing where they may.
 * Where somebody is named for the step, the stage and the subject, nobody else decides; where nobody is, any reviewer of the tier.
 */
export async function objectionsTo(
  rows: readonly ResourceEntity[],
  caller: Caller,
  ask: Asking,
  tier: 'under review' | 'own' = 'under review',
): Promise<ReadonlyMap<string, Refusal | undefined>> {
  if (caller.kind !== 'person' || !isOneOf(reviewingRoles, caller)) return new Map(rows.map(({ id }) => [id, refuse(RoleNotPermitted)]));
  const at = (row: ResourceEntity) => (tier === 'own' ? caller.organisation : row.reviewAt!);
  const [namings, rules] = [await namingsOf(rows, caller, tier, ask), await rulesAt([...new Set(rows.map(at))], ask)];
  return new Map(
    namings.map(({ id, named, me, decided, below }) => {
      const organisation = at(rows.find((row) => row.id === id)!);
      const isOwn = organisation === caller.organisation;
      if (!isOwn && !(below && rules.get(organisation)!.standIn)) return [id, refuse(ResourceOtherTier, { organisation })];
      if (named ? !me : !isOneOf(resourceReviewers, caller)) return [id, refuse(ResourceReviewerNotNamed)];
      return [id, decided && tier === 'under review' ? refuse(ResourceReviewedAlready) : undefined];
    }),
  );
}

function namingsOf(rows: readonly ResourceEntity[], { subject, organisation }: Caller, tier: string, ask: Asking): Promise<Naming[]> {
  const [at, step]: [Sql, Sql] =
    tier === 'own'
      ? [sql`${organisation}::uuid`, sql`true`]
      : [sql`r.review_at`, sql`(v.steps = '{}' or r.review_step = any(v.steps)) and ${isOpen}`];
  return ask<Naming>(
    sql`select r.id, count(v.id) > 0 as named, coalesce(bool_or(v.person = ${subject}::uuid), false) as me,
               exists (select 1 from review_step d where d.resource = r.id and d.round = r.round and d.reviewer = ${subject}::uuid) as decided,
               coalesce(acting.path @> t.path, false) as below
        from resource r left join organisation t on t.id = ${at} left join organisation acting on acting.id = ${organisation}::uuid
        left join reviewer v on v.organisation = ${at} and ${step} and ${hasNoPart} and ${covers('stage')} and ${covers('subject')}
        where r.id = any(${rows.map(({ id }) => id)}::uuid[]) group by r.id, t.path, acting.path`,
  );
}

/** A naming of whoever made the resource, or has decided a step of the round, stands in nobody's way. */
const hasNoPart = sql`v.person <> r.author
  and not (r.contributors || coalesce(r.revision -> 'contributors', '[]'::jsonb)) @> jsonb_build_array(jsonb_build_object('person', v.person::text))`;
const isOpen = sql`not exists (select 1 from review_step d where d.resource = r.id and d.round = r.round and d.reviewer = v.person)`;

/** Whether a naming covers the resource's stage or subject, as it would be published. */
const covers = (what: 'stage' | 'subject'): Sql =>
  what === 'stage'
    ? sql`(v.stages = '{}' or coalesce(r.revision ->> 'stage', r.stage) = any(v.stages))`
    : sql`(v.subjects = '{}' or coalesce(r.revision ->> 'subject', r.subject) = any(v.subjects))`;

/** Those among the resources `t` under review at the caller's own tier that the caller may decide. */
export const mayDecide = ({
  subject,
  organisation,
  role,
}: {
  readonly subject: string;
  readonly organisation?: string | undefined;
  readonly role: string;
}): Sql => sql`t.review_at = ${organisation}::uuid and not ${madeBy(subject)}
  and not exists (select 1 from review_step d where d.resource = t.id and d.round = t.round and d.reviewer = ${subject}::uuid)
  and coalesce((select bool_or(v.person = ${subject}::uuid) from reviewer v join resource r on r.id = t.id
        where v.organisation = t.review_at and (v.steps = '{}' or t.review_step = any(v.steps)) and ${hasNoPart} and ${isOpen} and ${covers('stage')} and ${covers('subject')}),
      ${resourceReviewers.some((each) => each === role)}::boolean)`;
