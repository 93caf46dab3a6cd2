import { Controller, Inject } from '@nestjs/common';
import {
  FundNotFound,
  reporting,
  type Call,
  type Fund as FundView,
  type FundEntry as FundEntryView,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../collecting/collecting.view.js';
import { Bookkeeping } from './bookkeeping.js';
import { FundEntry } from './fund-entry.entity.js';
import { Fund } from './fund.entity.js';
import { TotallingFunds } from './totalling.js';

const fundView = (fund: Fund): FundView => ({ ...fund.fact(), ...itemOf(fund) });
const entryView = (entry: FundEntry): FundEntryView => ({ ...entry.fact(), ...itemOf(entry), purpose: entry.purpose });

@Controller()
export class FundsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Bookkeeping) private readonly bookkeeping: Bookkeeping,
    @Inject(TotallingFunds) private readonly totalling: TotallingFunds,
  ) {}

  @Handles(reporting.openFund)
  async openFund(input: InputOf<typeof reporting.openFund>, call: Call) {
    return fundView(await this.bookkeeping.open(input, call));
  }

  @Handles(reporting.funds)
  funds({ limit, cursor }: InputOf<typeof reporting.funds>, call: Call) {
    return this.store.page(Fund, call, { limit, cursor }, fundView);
  }

  @Handles(reporting.fund)
  async fund({ fundId }: InputOf<typeof reporting.fund>, call: Call) {
    return fundView(await this.store.one(Fund, fundId, call, FundNotFound));
  }

  @Handles(reporting.enterIntoFund)
  async enterIntoFund(input: InputOf<typeof reporting.enterIntoFund>, call: Call) {
    return entryView(await this.bookkeeping.enter(input, call));
  }

  @Handles(reporting.fundEntries)
  async fundEntries({ fundId, limit, cursor }: InputOf<typeof reporting.fundEntries>, call: Call) {
    const { id } = await this.store.one(Fund, fundId, call, FundNotFound);
    return this.store.page(FundEntry, call, { where: sql`t.fund = ${id}`, limit, cursor }, entryView);
  }

  @Handles(reporting.reverseFundEntry)
  async reverseFundEntry(input: InputOf<typeof reporting.reverseFundEntry>, call: Call) {
    return entryView(await this.bookkeeping.reverse(input, call));
  }

  @Handles(reporting.statePublicFunds)
  async statePublicFunds(input: InputOf<typeof reporting.statePublicFunds>, call: Call) {
    const stated = await this.bookkeeping.statePublicFunds(input, call);
    return { ...stated.fact(), ...itemOf(stated) };
  }

  @Handles(reporting.fundTotals)
  fundTotals(input: InputOf<typeof reporting.fundTotals>, call: Call) {
    return this.totalling.totals(input, call);
  }
}
