import type { Type } from '@nestjs/common';
import { CLOCK, FormContent, reporting, type Caller, type InputOf, type Values } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { DataSet } from '../collecting/data-set.entity.js';
import type { Period } from '../collecting/period.entity.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import type { Submission } from '../submissions/submission.entity.js';
import { HISTORY, type History, type OrganisationOfDay } from './history.js';
import { figures } from './part.js';
import { takeFromSummary } from './summary.js';

type Announced = Partial<InputOf<typeof reporting.announcePeriod>>;

/** What specs about figures begin with: a room with a clock that can be set, a data set of the city, schools that report and reviewers who approve. */
export class Quarters {
  private readonly more: readonly Type[];

  /** Further rules a spec is about. */
  constructor(...more: readonly Type[]) {
    this.more = more;
  }

  readonly clock = { now: () => this.time };
  /** The tree as the room has it, but for what a spec says was otherwise. */
  readonly history: History = async () =>
    this.room.region.organisations.map(({ closed, kind, ...organisation }) => ({
      ...organisation,
      kind: kind as OrganisationOfDay['kind'],
      state: closed ? ('closed' as const) : ('open' as const),
      successor: null,
      ...this.otherwise[organisation.id],
    }));
  otherwise: Record<string, Partial<OrganisationOfDay>> = {};
  private time = new Date('2026-09-20T08:00:00+08:00');
  room!: Room;
  county!: Caller;
  city!: Caller;
  dataSet!: DataSet;

  async open(): Promise<void> {
    const providers = [
      Collecting,
      Filling,
      Reviewing,
      ...figures.rules,
      ...this.more,
      { provide: CLOCK, useValue: this.clock },
      { provide: HISTORY, useValue: this.history },
    ];
    this.room = await openRoom('reporting', { entities, migrations, providers });
    this.county = person({ role: 'countyReviewer', organisation: this.room.region.county });
    this.city = person({ role: 'cityReviewer', organisation: this.room.region.city });
  }

  setClock(to: string): void {
    this.time = new Date(to);
  }

  /** A data set of the city with these indicators. */
  async define(indicators: readonly object[], more: object = {}): Promise<void> {
    const named = indicators.map((indicator) => ({ name: '指标', nameEn: 'Indicator', ...indicator }));
    const content = {
      organisation: this.room.region.city,
      name: '季度数据',
      nameEn: 'Quarterly',
      filledBy: ['school' as const, 'centralSchool' as const],
      reviewedBy: 'nearest' as const,
    };
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const form = FormContent.parse({ indicators: named });
    this.dataSet = await this.room.get(Collecting).define({ ...content, code, form, ...more }, callOf(reporting.defineDataSet, this.city));
  }

  /** A quarter of 2026 that is being filled in while the clock stands where it does. */
  announce(more: Announced = {}): Promise<Period> {
    const due = { school: '2026-09-30T23:59:59+08:00', county: '2026-10-05T23:59:59+08:00', city: '2026-10-10T23:59:59+08:00' };
    const quarter = { name: '2026年第三季度', kind: 'quarter' as const, firstDay: '2026-07-01', lastDay: '2026-09-30' };
    const input = { ...quarter, opens: '2026-06-01T00:00:00+08:00', due, dataSet: this.dataSet.id, ...more };
    return this.room.get(Collecting).announce(input, callOf(reporting.announcePeriod, this.city));
  }

  async submit(period: Period, school: string, values: Values): Promise<Submission> {
    const by = person({ role: 'schoolAdmin', organisation: school });
    const begin = { periodId: period.id, organisation: school, values };
    const { id } = await this.room.get(Filling).begin(begin, callOf(reporting.beginSubmission, by));
    return this.room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, by));
  }

  /** Fills in, submits and has it approved by this reviewer, or the county's. */
  async approve(period: Period, school: string, values: Values, by: Caller = this.county): Promise<Submission> {
    const { id } = await this.submit(period, school, values);
    return this.room.get(Reviewing).approve({ submissionId: id }, callOf(reporting.approveSubmission, by));
  }

  /** What this unit has added counts no more. */
  takeBack(submission: Submission): Promise<void> {
    return this.room
      .get(Store)
      .commit(callOf(reporting.approveSubmission, this.city), (work) => takeFromSummary(submission.form, [submission], work));
  }

  summary(period: Period): Promise<unknown[]> {
    return this.room.query(
      'select organisation, division_code, kind, indicator, total::text, units from summary where period = $1 order by 1, 2, 3, 4',
      [period.id],
    );
  }
}
