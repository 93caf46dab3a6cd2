import { Controller, Inject } from '@nestjs/common';
import { activities, EntryNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Entering } from './entering.js';
import { Entry } from './entry.entity.js';
import { entryView } from './entry.view.js';
import { Recommending } from './recommending.js';

@Controller()
export class WorksHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Entering) private readonly entering: Entering,
    @Inject(Recommending) private readonly recommending: Recommending,
  ) {}

  @Handles(activities.enterWork)
  async enterWork(input: InputOf<typeof activities.enterWork>, call: Call) {
    return entryView(await this.entering.enter(input, call), call.caller);
  }

  @Handles(activities.entries)
  entries({ activity, group, status, limit, cursor }: InputOf<typeof activities.entries>, call: Call) {
    const where = allOf(
      activity !== undefined && sql`t.activity = ${activity}`,
      group !== undefined && sql`t."group" = ${group}`,
      status !== undefined && sql`t.status = ${status}`,
    );
    return this.store.page(Entry, call, { where, limit, cursor }, (entry) => entryView(entry, call.caller));
  }

  @Handles(activities.entry)
  async entry({ entryId }: InputOf<typeof activities.entry>, call: Call) {
    return entryView(await this.store.one(Entry, entryId, call, EntryNotFound), call.caller);
  }

  @Handles(activities.changeEntry)
  async changeEntry(input: InputOf<typeof activities.changeEntry>, call: Call) {
    return entryView(await this.entering.change(input, call), call.caller);
  }

  @Handles(activities.withdrawEntry)
  async withdrawEntry({ entryId }: InputOf<typeof activities.withdrawEntry>, call: Call) {
    return entryView(await this.entering.withdraw(entryId, call), call.caller);
  }

  @Handles(activities.recommendEntry)
  async recommendEntry({ entryId }: InputOf<typeof activities.recommendEntry>, call: Call) {
    return entryView(await this.recommending.recommend(entryId, call), call.caller);
  }
}
