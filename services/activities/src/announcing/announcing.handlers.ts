import { Controller, Inject } from '@nestjs/common';
import { activities, CLOCK, NoticeNotFound, ObjectionNotFound, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Announcing } from './announcing.js';
import { noticeView, objectionView } from './announcing.view.js';
import { Objecting } from './objecting.js';
import { Objection } from './objection.entity.js';
import { PublicNotice } from './public-notice.entity.js';

@Controller()
export class AnnouncingHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Announcing) private readonly announcing: Announcing,
    @Inject(Objecting) private readonly objecting: Objecting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(activities.announceResults)
  async announceResults(input: InputOf<typeof activities.announceResults>, call: Call) {
    return this.view(await this.announcing.announce(input, call), call);
  }

  @Handles(activities.publicNotices)
  publicNotices({ activity, limit, cursor }: InputOf<typeof activities.publicNotices>, call: Call) {
    const where = activity === undefined ? sql`true` : sql`t.activity = ${activity}`;
    return this.store.page(PublicNotice, call, { where, limit, cursor }, (notice) => this.view(notice, call));
  }

  @Handles(activities.publicNotice)
  async publicNotice({ noticeId }: InputOf<typeof activities.publicNotice>, call: Call) {
    return this.view(await this.store.one(PublicNotice, noticeId, call, NoticeNotFound), call);
  }

  @Handles(activities.finaliseNotice)
  async finaliseNotice({ noticeId }: InputOf<typeof activities.finaliseNotice>, call: Call) {
    return this.view(await this.announcing.finalise(noticeId, call), call);
  }

  @Handles(activities.fileObjection)
  async fileObjection(input: InputOf<typeof activities.fileObjection>, call: Call) {
    return objectionView(await this.objecting.file(input, call), call.caller);
  }

  @Handles(activities.objections)
  objections({ notice, status, limit, cursor }: InputOf<typeof activities.objections>, call: Call) {
    const where = allOf(notice !== undefined && sql`t.notice = ${notice}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(Objection, call, { where, limit, cursor }, (objection) => objectionView(objection, call.caller));
  }

  @Handles(activities.objection)
  async objection({ objectionId }: InputOf<typeof activities.objection>, call: Call) {
    return objectionView(await this.store.one(Objection, objectionId, call, ObjectionNotFound), call.caller);
  }

  @Handles(activities.decideObjection)
  async decideObjection(input: InputOf<typeof activities.decideObjection>, call: Call) {
    return objectionView(await this.objecting.decide(input, call), call.caller);
  }

  private view(notice: PublicNotice, { caller }: Call) {
    return noticeView(notice, caller, this.clock.now());
  }
}
