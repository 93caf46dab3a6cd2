import {
  CLOCK,
  dayInBeijing,
  inBeijing,
  invitationLife,
  OrganisationUnknown,
  PersonUnknown,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { maskedName } from '../people/names.js';
import { PeopleFields, type PersonShown } from '../people/people-fields.js';
import { Post } from '../people/post.entity.js';
import { ReadingPeople } from '../people/reading-people.js';
import { GuardianInvitation, type Relation } from './guardian-invitation.entity.js';

/** Invitations and guardians as a school or a family sees them. */
@Injectable()
export class ReadingGuardians {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async invitationsOf({ organisationId, state, ...paging }: InputOf<typeof identity.guardianInvitations>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const where = allOf(sql`t.organisation = ${organisationId}`, state !== undefined && sql`t.state = ${state}`);
    const { items, ...rest } = await this.store.page(GuardianInvitation, call, { where, ...paging }, (row) => row);
    return { items: await this.shown(items, call), ...rest };
  }

  async invitation(row: GuardianInvitation, call: Call) {
    return (await this.shown([row], call))[0]!;
  }

  /** What is said to somebody who holds a code and is nobody's guardian yet. */
  async claim({ id, organisation, pupil, state }: GuardianInvitation) {
    const [names] = await this.store.read<{ school: string; pupil: string }>(
      sql`select r.name as school, p.name as pupil from organisation_record r, person p where r.id = ${organisation} and p.id = ${pupil}`,
    );
    return { id, organisationName: names!.school, pupilName: maskedName(names!.pupil), state };
  }

  /** The current guardians of a pupil met within reach. */
  async guardiansOf(pupil: string, call: Call) {
    const met = await this.store.first(Post, sql`t.person = ${pupil} and t.role = 'pupil' and not t.ended`, call);
    if (!met) {
      await this.people.met(pupil, call);
      throw refuse(PersonUnknown);
    }
    const today = dayInBeijing(this.clock.now());
    const posts = await this.store.read<{ post: string; person: string; organisation: string; since: string; relation: Relation | null }>(
      sql`select t.id as post, t.person, t.organisation, t.since,
                 (select i.relation from guardian_invitation i where i.post = t.id and i.pupil = ${pupil} order by i.id desc limit 1) as relation
          from post t where t.role = 'guardian' and not t.ended and t.about @> array[${pupil}]::uuid[]
            and t.organisation = ${met.organisation} and t.since <= ${today} order by t.id limit 50`,
    );
    const shown = await this.fields.of(call.caller, await this.people.byId(posts.map(({ person }) => person)), () => met.organisation);
    return {
      guardians: posts.map((post) => {
        const { name, masked } = shown.get(post.person)!;
        return { ...post, name, masked };
      }),
    };
  }

  private async shown(rows: readonly GuardianInvitation[], call: Call) {
    const ids = rows.flatMap(({ pupil, claimant }) => (claimant ? [pupil, claimant] : [pupil]));
    const people = await this.people.byId(ids);
    const at = new Map(rows.flatMap(({ pupil, claimant, organisation }) => [pupil, claimant ?? pupil].map((id) => [id, organisation])));
    const shown = await this.fields.of(call.caller, people, ({ id }) => at.get(id)!);
    return rows.map((row) => invitationView(row, { shown, call, now: this.clock.now() }));
  }
}

interface Around {
  readonly shown: ReadonlyMap<string, PersonShown>;
  readonly call: Call;
  readonly now: Date;
}

const invitationView = (row: GuardianInvitation, { shown, call, now }: Around) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  organisation: row.organisation,
  pupil: row.pupil,
  pupilName: shown.get(row.pupil)!.name,
  state: row.state,
  expired: row.state === 'offered' && row.expiresAt <= now,
  expiresAt: inBeijing(row.expiresAt),
  invitedBy: row.invitedBy,
  claimant: row.claimant,
  claimantName: row.claimant && shown.get(row.claimant)!.name,
  relation: row.relation,
  claimedAt: row.claimedAt && inBeijing(row.claimedAt),
  reason: row.reason,
  post: row.post,
  moves: invitationLife.movesFor(row.state, call.caller),
});
