import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CLOCK,
  ExceptionEmpty,
  exceptionFacts,
  ExceptionFromBelow,
  ExceptionNotFound,
  ExceptionReviewer,
  ExceptionTooLate,
  inBeijing,
  NotFound,
  OrganisationRequired,
  PeriodNotFound,
  type Call,
  type Clock,
  type InputOf,
  type OutputOf,
  type PeriodExceptionFact,
  type reporting,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { askingOf } from '../submissions/asking.js';
import { levelOf } from '../submissions/chain.js';
import { PeriodException } from './exception.entity.js';
import { exceptionsFor, windowsFor } from './exceptions-in-force.js';
import { Period } from './period.entity.js';
import { levels, type Level, type Windows } from './windows.js';

/** Who grants more time to whom. */
interface Parties {
  readonly grantedBy: string;
  /** Whether nobody above decides on the period. */
  readonly runsIt: boolean;
  readonly ownLevel: Level;
  readonly level: Level;
}

type Acts = PeriodExceptionFact['acts'];

/** An authority gives one organisation below it more time in a period 例外延期. */
@Injectable()
export class Granting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async grant(input: InputOf<typeof reporting.grantException>, call: Call): Promise<PeriodException> {
    const { id = newId(), periodId, organisation, acts, until: end, reason } = input;
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const until = new Date(end);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const { grantedBy, runsIt, ownLevel, level } = await this.partiesOf(organisation, acts, period, call, work);
      const usual = (await windowsFor(period, organisation, work)).due(level);
      assertThat(until > usual && until > this.clock.now(), ExceptionEmpty, { due: inBeijing(usual) });
      // Nobody gives away time that is not theirs; who runs the period has all of it.
      const latest = runsIt ? until : (await windowsFor(period, grantedBy, work)).due(ownLevel);
      assertThat(until <= latest, ExceptionTooLate, { latest: inBeijing(latest) });
      const row = Object.assign(new PeriodException(), { id, organisation, period: period.id, acts, until, reason, grantedBy });
      return work.insert(row, exceptionFacts.granted, (existing) => isDeepStrictEqual(existing.fact(), row.fact()));
    });
  }

  withdraw(exceptionId: string, call: Call): Promise<PeriodException> {
    return this.store.commit(call, async (work) => {
      const exception = await work.target(PeriodException, exceptionId, ExceptionNotFound);
      actingAbove(exception.organisation, call);
      if (exception.withdrawn) return exception;
      return work.update(Object.assign(exception, { withdrawn: true }), exceptionFacts.withdrawn);
    });
  }

  /** The windows of a period as they hold for one organisation within the caller's reach. */
  async windows(periodId: string, of: string | undefined, call: Call): Promise<OutputOf<typeof reporting.periodWindows>> {
    const organisation = of ?? call.caller.organisation;
    assertThat(organisation !== undefined, OrganisationRequired);
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    assertThat(await this.store.reaches(organisation, call), NotFound);
    const place = { period: period.id, organisation };
    const inForce = (await exceptionsFor([place], askingOf(this.store)))(place);
    const windows = period.windows.with(inForce);
    const now = this.clock.now();
    return {
      period: period.id,
      organisation,
      opens: inBeijing(windows.opens('school')),
      due: dueOf(windows),
      usual: dueOf(period.windows),
      openFor: levels.filter((level) => windows.isOpenFor(level, now)),
      exceptions: inForce.map(({ level: _, until, ...exception }) => ({ ...exception, until: inBeijing(until) })),
    };
  }

  /** Who grants, whether nobody above decides on the period, and which levels are meant. */
  private async partiesOf(organisation: string, acts: Acts, period: Period, call: Call, work: Work): Promise<Parties> {
    const grantedBy = actingAbove(organisation, call);
    const [parties] = await work.query<{ kind: string; own_kind: string; runs_it: boolean }>(
      `select o.kind, own.kind as own_kind, own.path @> authority.path as runs_it
       from organisation o join organisation own on own.id = $2 join organisation authority on authority.id = $3 and authority.path @> o.path where o.id = $1`,
      [organisation, grantedBy, period.organisation],
    );
    assertThat(parties, NotFound);
    const level = acts === 'filling' ? 'school' : levelOf(parties.kind);
    assertThat(level, ExceptionReviewer);
    return { grantedBy, runsIt: parties.runs_it, ownLevel: levelOf(parties.own_kind) ?? 'county', level };
  }
}

const dueOf = (windows: Windows) => {
  const at = (level: Level) => inBeijing(windows.due(level));
  return { school: at('school'), county: at('county'), city: at('city'), province: at('province') };
};

/** The organisation the caller acts for, which stands above all it reaches but itself. */
function actingAbove(organisation: string, { caller }: Call): string {
  assertThat(caller.organisation !== undefined, OrganisationRequired);
  assertThat(caller.organisation !== organisation, ExceptionFromBelow);
  return caller.organisation;
}
