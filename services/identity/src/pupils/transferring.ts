import {
  assertThat,
  CLOCK,
  OrganisationClosed,
  OrganisationUnknown,
  PostMisplaced,
  releasingMoves,
  roles,
  transferFacts,
  TransferNotYours,
  TransferOpen,
  TransferPupilUnknown,
  TransferSame,
  TransferUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type TransferMove,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { PersonNumbers } from '../people/person-numbers.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Revocations } from '../signing-in/revocations.js';
import { handOver } from './handing-over.js';
import { fitClass } from './pupil-here.js';
import { releasingSide } from './releasing-side.js';
import { TransferEntity } from './transfer.entity.js';

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

const happened = { release: transferFacts.released, refuse: transferFacts.refused, cancel: transferFacts.cancelled } as const;

/** 转学 with a hand-over by both schools. */
@Injectable()
export class Transferring {
  constructor(
    private readonly store: Store,
    private readonly numbers: PersonNumbers,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name and number together: whoever knows but one of them learns nothing. */
  async request(
    { id, organisation, name, pupilNumber, class: inClass, reason }: InputOf<typeof identity.requestTransfer>,
    call: Call,
  ): Promise<TransferEntity> {
    const lookup = this.numbers.pupilLookup(this.numbers.pupilNumber(pupilNumber));
    return this.store.commit(call, async (work) => {
      const to = await work.one(OrganisationRecord, organisation, OrganisationUnknown);
      assertThat(to.state === 'open', OrganisationClosed);
      assertThat(
        roles.pupil.at.some((kind) => kind === to.kind),
        PostMisplaced,
        { role: roles.pupil.zh },
      );
      if (inClass !== undefined) await fitClass(inClass, to.id, work);
      const person = await this.known(lookup, name, work);
      const [post] = person ? await work.all(Post, sql`t.person = ${person.id} and t.role = 'pupil' and not t.ended`, 1) : [];
      assertThat(person && post, TransferPupilUnknown);
      assertThat(post.organisation !== to.id, TransferSame);
      const row = Object.assign(new TransferEntity(), {
        ...(id !== undefined && { id }),
        ...{ organisation: to.id, from: post.organisation, person: person.id, class: inClass ?? null, reason },
      });
      const open = await work.all(TransferEntity, sql`t.person = ${person.id} and t.status in ('requested', 'released')`);
      assertThat(!open.some((other) => other.id !== id), TransferOpen);
      const made = await work.insert(row, transferFacts.requested, (there) => there.person === person.id && there.organisation === to.id);
      for (const above of await releasingSide(made, work)) await work.assign(made, { organisation: above });
      return made;
    });
  }

  decide(id: string, move: keyof typeof happened, call: Call, refusal: string | null = null): Promise<TransferEntity> {
    return this.store.commit(call, async (work) => {
      const row = await this.taken(id, move, work);
      row.refusal = refusal;
      return work.update(row, happened[move]);
    });
  }

  accept({ transferId, class: inClass }: InputOf<typeof identity.acceptTransfer>, call: Call): Promise<TransferEntity> {
    return this.revocations.commit(call, async (work, revoke) => {
      const row = await this.taken(transferId, 'accept', work);
      const [to] = await work.all(OrganisationRecord, sql`t.id = ${row.organisation}`, 1);
      assertThat(to?.state === 'open', OrganisationClosed);
      row.class = inClass ?? row.class;
      await handOver(row, this.clock.now(), work, revoke);
      return work.update(row, transferFacts.accepted);
    });
  }

  /** The transfer after a move that its side makes. */
  private async taken(id: string, move: TransferMove, work: Work): Promise<TransferEntity> {
    const row = await work.target(TransferEntity, id, TransferUnknown);
    await work.within(releasingMoves.includes(move) ? row.from : row.organisation, TransferNotYours);
    row.move(move, this.clock.now());
    return row;
  }

  private async known(lookup: string, name: string, work: Work): Promise<Person | undefined> {
    const found = await work.all(
      Person,
      sql`not t.closed and (t.pupil_number_lookup = ${lookup}
            or t.id in (select f.person from former_number f where f.kind = 'pupilNumber' and f.lookup = ${lookup}))`,
      5,
    );
    return found.find((person) => plain(person.name) === plain(name));
  }
}
