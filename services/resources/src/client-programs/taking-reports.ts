import {
  CLOCK,
  ClientProgramNotFound,
  dayInBeijing,
  reportDays,
  type Call,
  type ClientReport,
  type ClientReportsTaken,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { Sealer, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ClientProgram } from './client-program.entity.js';

const day = 24 * 3600_000;

/** Clocks of devices run ahead by so much. */
const aheadMs = 10 * 60_000;

type Counted = Omit<ClientReport, 'teacher'> & { readonly day: string; readonly teacher: string | null };

/** Devices report; what they send twice is counted once, and what cannot be counted holds up nothing else. */
@Injectable()
export class TakingReports {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async take({ programId, reports }: InputOf<typeof resources.reportClients>, call: Call): Promise<ClientReportsTaken> {
    const program = await this.store.one(ClientProgram, programId, call, ClientProgramNotFound);
    const schools = await this.schools(
      program,
      reports.map(({ organisation }) => organisation),
      call,
    );
    const why = (report: ClientReport): 'organisation' | 'time' | undefined => {
      if (!schools.has(report.organisation.toLowerCase())) return 'organisation';
      return this.isTimely(report) ? undefined : 'time';
    };
    const refused = reports.flatMap((report) => {
      const reason = why(report);
      return reason ? [{ id: report.id, why: reason }] : [];
    });
    const countable = reports.filter((report) => !why(report)).map((report) => this.counted(program, report));
    const taken = await this.store.commit(call, (work) => count(program, countable, work));
    return { taken, repeated: countable.length - taken, refused };
  }

  /** Schools of these that the caller reaches and that lie below the program’s authority. */
  private async schools({ organisation }: ClientProgram, ids: readonly string[], call: Call): Promise<ReadonlySet<string>> {
    const reach = await this.store.reachOf({ reach: { organisation: 'id' } }, call);
    const rows = await this.store.read<{ id: string }>(
      sql`select t.id from organisation t join organisation top on top.id = ${organisation} and t.path <@ top.path where t.id = any(${ids}::uuid[])
          and t.kind = any('{school,centralSchool,campus,teachingPoint}') and ${reach}`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  private isTimely({ at }: ClientReport): boolean {
    const age = this.clock.now().getTime() - Date.parse(at);
    return age >= -aheadMs && age <= reportDays * day;
  }

  private counted({ id }: ClientProgram, { teacher, ...report }: ClientReport): Counted {
    const known = teacher === undefined ? null : this.sealer.lookup('client teacher', `${id} ${teacher.toLowerCase()}`);
    return { ...report, id: report.id.toLowerCase(), day: dayInBeijing(new Date(report.at)), teacher: known };
  }
}

/** Counts those of the reports that were not counted before; answers how many. */
async function count({ id: program }: ClientProgram, reports: readonly Counted[], work: Work): Promise<number> {
  const rows = `jsonb_to_recordset($2::jsonb) r(id uuid, kind text, organisation uuid, "schoolClass" uuid, device text, release text, at timestamptz, day date, teacher text)`;
  const fresh = await work.query<{ id: string }>(
    `insert into client_report (program, id, organisation, day)
     select distinct on (r.id) $1::uuid, r.id, r.organisation, r.day from ${rows} order by r.id on conflict do nothing returning id`,
    [program, JSON.stringify(reports)],
  );
  const ids = new Set(fresh.map(({ id }) => id));
  // The same id twice in one call counts once as well.
  const taken = JSON.stringify(reports.filter(({ id }) => ids.delete(id)));
  await work.query(
    `insert into client_installation as known (program, device, organisation, school_class, release, installed, at)
     select distinct on (r.device) $1::uuid, r.device, r.organisation, r."schoolClass", r.release, r.kind <> 'removed', r.at
     from ${rows} order by r.device, r.at desc
     on conflict (program, device) do update set organisation = excluded.organisation, school_class = excluded.school_class,
       release = excluded.release, installed = excluded.installed, at = excluded.at where known.at < excluded.at`,
    [program, taken],
  );
  await work.query(
    `insert into client_class_day select distinct $1::uuid, r.day, r.organisation, r."schoolClass" from ${rows} where r.kind = 'used'
     order by 2, 3, 4 on conflict do nothing`,
    [program, taken],
  );
  await work.query(
    `insert into client_teacher_day select distinct $1::uuid, r.day, r.organisation, r.teacher from ${rows}
     where r.kind = 'used' and r.teacher is not null order by 2, 3, 4 on conflict do nothing`,
    [program, taken],
  );
  await work.query(
    `insert into client_due select distinct $1::uuid, r.organisation, r.day from ${rows} where r.kind = 'used' order by 2, 3 on conflict do nothing`,
    [program, taken],
  );
  return fresh.length;
}
