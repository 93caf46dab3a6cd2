import {
  CLOCK,
  dayInBeijing,
  HoldingNotFound,
  inBeijing,
  resources,
  type Call,
  type Clock,
  type HoldingEntry,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, containing, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { HoldingUse } from './holding-use.entity.js';
import { Holding } from './holding.entity.js';
import { holdingView, useView } from './holdings.view.js';
import { KeepingHoldings } from './keeping-holdings.js';
import { TotallingHoldings } from './totalling-holdings.js';
import { UsingHoldings } from './using-holdings.js';

type EntryRow = Omit<HoldingEntry, 'at'> & { readonly at: Date };

@Controller()
export class HoldingsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KeepingHoldings) private readonly keeping: KeepingHoldings,
    @Inject(UsingHoldings) private readonly using: UsingHoldings,
    @Inject(TotallingHoldings) private readonly totalling: TotallingHoldings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(resources.enterHolding)
  async enterHolding(input: InputOf<typeof resources.enterHolding>, call: Call) {
    return holdingView(await this.keeping.enter(input, call));
  }

  @Handles(resources.holdings)
  holdings(
    { q, organisation, kind, stage, subject, orderTitle, shared, available, ...paging }: InputOf<typeof resources.holdings>,
    call: Call,
  ) {
    const where = allOf(
      q !== undefined && sql`t.name ilike ${containing(q)}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      kind !== undefined && sql`t.kind = ${kind}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      orderTitle !== undefined && sql`t.order_title = ${orderTitle}`,
      shared !== undefined && sql`t.offer is not null`,
      available !== undefined && sql`t."out" < t.copies`,
    );
    return this.store.page(Holding, call, { where, ...paging }, holdingView);
  }

  @Handles(resources.holding)
  async holding({ holdingId }: InputOf<typeof resources.holding>, call: Call) {
    return holdingView(await this.store.one(Holding, holdingId, call, HoldingNotFound));
  }

  @Handles(resources.describeHolding)
  async describeHolding(input: InputOf<typeof resources.describeHolding>, call: Call) {
    return holdingView(await this.keeping.describe(input, call));
  }

  @Handles(resources.receiveCopies)
  async receiveCopies(input: InputOf<typeof resources.receiveCopies>, call: Call) {
    return holdingView(await this.keeping.receive(input, call));
  }

  @Handles(resources.writeOffCopies)
  async writeOffCopies(input: InputOf<typeof resources.writeOffCopies>, call: Call) {
    return holdingView(await this.keeping.writeOff(input, call));
  }

  @Handles(resources.holdingEntries)
  async holdingEntries({ holdingId, ...paging }: InputOf<typeof resources.holdingEntries>, call: Call) {
    const { id } = await this.store.one(Holding, holdingId, call, HoldingNotFound);
    const page = await this.store.pageOf<EntryRow>(
      sql`select t.id, t.kind, t.copies, t.copies_after as "copiesAfter", t.out_after as "outAfter", t.because, t.note, t.cause, t.at
          from holding_entry t where t.holding = ${id}`,
      call,
      paging,
    );
    return { ...page, items: page.items.map((row): HoldingEntry => ({ ...row, at: inBeijing(row.at) })) };
  }

  @Handles(resources.shareHolding)
  async shareHolding(input: InputOf<typeof resources.shareHolding>, call: Call) {
    return holdingView(await this.keeping.share(input, call));
  }

  @Handles(resources.keepHolding)
  async keepHolding(input: InputOf<typeof resources.keepHolding>, call: Call) {
    return holdingView(await this.keeping.keep(input, call));
  }

  @Handles(resources.holdingTotals)
  holdingTotals(input: InputOf<typeof resources.holdingTotals>, call: Call) {
    return this.totalling.totals(input, call);
  }

  @Handles(resources.takeCopies)
  async takeCopies(input: InputOf<typeof resources.takeCopies>, call: Call) {
    return useView(await this.using.take(input, call), this.today);
  }

  @Handles(resources.holdingUses)
  holdingUses({ holding, schoolClass, status, overdue, ...paging }: InputOf<typeof resources.holdingUses>, call: Call) {
    const today = this.today;
    const where = allOf(
      holding !== undefined && sql`t.holding = ${holding}`,
      schoolClass !== undefined && sql`t.school_class = ${schoolClass}`,
      status !== undefined && sql`t.status = ${status}`,
      overdue !== undefined && sql`t.status = 'out' and t.due < ${today}::date`,
    );
    return this.store.page(HoldingUse, call, { where, ...paging }, (use) => useView(use, today));
  }

  @Handles(resources.bringBackUse)
  async bringBackUse(input: InputOf<typeof resources.bringBackUse>, call: Call) {
    return useView(await this.using.bringBack(input, call), this.today);
  }

  private get today(): string {
    return dayInBeijing(this.clock.now());
  }
}
