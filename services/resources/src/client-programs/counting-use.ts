import { CLOCK, clientUseFacts, dayInBeijing, ownCallOf, reportDays, resources, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, takeTurn, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ClientUse } from './client-use.entity.js';

const everyMs = 60_000;

/** Schools and days counted in one transaction. */
const batch = 100;

const day = 24 * 3600_000;

interface Due {
  readonly program: string;
  readonly organisation: string;
  readonly day: string;
}

/** Counts what schools used on days from which something was reported, and forgets which reports it was once none of them is taken any more. */
@Injectable()
export class CountingUse extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.inBatches(batch, () => this.countSome());
    await this.inBatches(batch * 10, () => this.forgetSome());
  }

  private countSome(): Promise<number> {
    return this.store.commit(ownCallOf(resources.changesAfter), async (work) => {
      await takeTurn(work, 'counting the use of client programs');
      const due = await work.query<Due>(
        `delete from client_due where ctid = any(array(select ctid from client_due limit ${batch})) returning program, organisation, day::text`,
      );
      for (const each of due) await countOne(each, work);
      return due.length;
    });
  }

  private forgetSome(): Promise<number> {
    const before = dayInBeijing(new Date(this.clock.now().getTime() - (reportDays + 1) * day));
    return this.store.commit(ownCallOf(resources.changesAfter), async (work) => {
      const gone = await work.query(
        `delete from client_report where ctid = any(array(select ctid from client_report where day < $1 limit ${batch * 10})) returning id`,
        [before],
      );
      return gone.length;
    });
  }
}

/** Writes what it comes to, unless that is what is written. */
async function countOne({ program, organisation, day: on }: Due, work: Work): Promise<void> {
  const [counts] = await work.query<{ activeClasses: number; activeTeachers: number }>(
    `select (select count(*)::int from client_class_day where program = $1 and organisation = $2 and day = $3) as "activeClasses",
       (select count(*)::int from client_teacher_day where program = $1 and organisation = $2 and day = $3) as "activeTeachers"`,
    [program, organisation, on],
  );
  const [known] = await work.all(ClientUse, sql`t.program = ${program} and t.organisation = ${organisation} and t.day = ${on}`, 1);
  if (known && known.activeClasses === counts!.activeClasses && known.activeTeachers === counts!.activeTeachers) return;
  const use = Object.assign(known ?? new ClientUse(), { program, organisation, day: on }, counts);
  await (known ? work.update(use, clientUseFacts.counted) : work.insert(use, clientUseFacts.counted));
}
