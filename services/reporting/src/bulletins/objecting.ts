import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  BulletinNotFound,
  bulletinObjectionFacts,
  BulletinObjectionNotFound,
  BulletinObjectionsOver,
  CLOCK,
  inBeijing,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { Bulletin } from './bulletin.entity.js';
import { receiptOf } from './issuing.js';
import { holdToAuthority } from './moves.js';
import { BulletinObjection } from './objection.entity.js';

/** Within some days an addressee objects; the authority answers. What is upheld is put right by a corrected bulletin. */
@Injectable()
export class Objecting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  file({ id = newId(), bulletinId, grounds }: InputOf<typeof reporting.objectToBulletin>, call: Call): Promise<BulletinObjection> {
    return this.store.commit(call, async (work) => {
      const bulletin = await work.one(Bulletin, bulletinId, BulletinNotFound);
      const { organisation: objector } = await receiptOf(bulletin, call, work);
      const { objectionsUntil: until, status, organisation } = bulletin;
      if (status !== 'issued' || !until || this.clock.now() > until) {
        throw refuse(BulletinObjectionsOver, { until: until && inBeijing(until) });
      }
      const content = { organisation, bulletin: bulletin.id, objector, grounds };
      const objection = Object.assign(new BulletinObjection(), { id, ...content });
      const made = await work.insert(objection, bulletinObjectionFacts.filed, (existing) =>
        isDeepStrictEqual({ ...existing.fact(), grounds: existing.grounds }, { ...objection.fact(), grounds }),
      );
      await work.assign(made, { organisation: objector });
      return made;
    });
  }

  answer({ objectionId, decision, answer }: InputOf<typeof reporting.answerBulletinObjection>, call: Call): Promise<BulletinObjection> {
    return this.store.commit(call, async (work) => {
      const objection = await work.target(BulletinObjection, objectionId, BulletinObjectionNotFound);
      holdToAuthority(objection, call.caller);
      objection.make(decision);
      objection.answer = answer;
      return work.update(objection, decision === 'uphold' ? bulletinObjectionFacts.upheld : bulletinObjectionFacts.dismissed);
    });
  }
}
