import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  entryFacts,
  inBeijing,
  NoticeEntryUnknown,
  NoticeNotFound,
  NoticeOver,
  objectionFacts,
  ObjectionNotFound,
  publicNoticeFacts,
  refuse,
  type activities,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Entry } from '../works/entry.entity.js';
import { Objection } from './objection.entity.js';
import { PublicNotice } from './public-notice.entity.js';

/** While a public notice runs somebody objects; the organiser decides, and an upheld objection strikes the entry. */
@Injectable()
export class Objecting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  file({ noticeId, entry, grounds }: InputOf<typeof activities.fileObjection>, call: Call): Promise<Objection> {
    return this.store.commit(call, async (work) => {
      // Locked, so that no result becomes final beside an objection that is being filed.
      const notice = await work.one(PublicNotice, noticeId, NoticeNotFound);
      if (notice.status !== 'open' || this.clock.now() > notice.closes) throw refuse(NoticeOver, { closed: inBeijing(notice.closes) });
      if (!notice.lineOf(entry)) throw refuse(NoticeEntryUnknown);
      const objector = call.caller.subject;
      const objection = Object.assign(new Objection(), {
        id: newId(),
        organisation: notice.organisation,
        notice: notice.id,
        entry,
        objector,
        grounds,
      });
      await work.insert(objection, objectionFacts.filed);
      await work.assign(objection, { person: objector });
      return objection;
    });
  }

  decide({ objectionId, decision, answer }: InputOf<typeof activities.decideObjection>, call: Call): Promise<Objection> {
    return this.store.commit(call, async (work) => {
      const objection = await work.target(Objection, objectionId, ObjectionNotFound);
      objection.make(decision);
      objection.answer = answer;
      if (decision === 'uphold') await strike(objection, work);
      return work.update(objection, decision === 'uphold' ? objectionFacts.upheld : objectionFacts.dismissed);
    });
  }
}

/** Takes the entry out of the results. A second objection that is upheld finds it struck already. */
async function strike({ notice: noticeId, entry: entryId }: Objection, work: Work): Promise<void> {
  const [notice] = await work.all(PublicNotice, sql`t.id = ${noticeId}`, 1);
  const line = notice!.lineOf(entryId)!;
  if (line.struck) return;
  line.struck = true;
  await work.update(notice!, publicNoticeFacts.corrected);
  const [entry] = await work.all(Entry, sql`t.id = ${entryId}`, 1);
  entry!.make('strike');
  await work.update(entry!, entryFacts.struck);
}
