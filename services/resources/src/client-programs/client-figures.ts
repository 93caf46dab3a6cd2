import { actingOrganisation, ClientProgramNotFound, type Call, type ClientFigures, type InputOf, type resources } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ClientProgram } from './client-program.entity.js';

type Unit = ClientFigures['units'][number] & { readonly depth: number };

/** How far a client program has come below an organisation: every class and every teacher counted once, however often they used it. */
@Injectable()
export class ClientProgramFigures {
  constructor(@Inject(Store) private readonly store: Store) {}

  async figures({ programId, from, until }: InputOf<typeof resources.clientFigures>, call: Call): Promise<ClientFigures> {
    const { id } = await this.store.one(ClientProgram, programId, call, ClientProgramNotFound);
    const organisation = actingOrganisation(call.caller);
    const below = sql`join organisation o on o.id = x.organisation join organisation top on top.id = ${organisation} and o.path <@ top.path`;
    const units = await this.store.scan<Unit>(sql`
      select n.id as organisation, n.name, nlevel(n.path) - nlevel(top.path) as depth,
        (select count(distinct x.school_class)::int from client_installation x join organisation o on o.id = x.organisation
          where x.program = ${id} and x.installed and o.path <@ n.path) as "installedClasses",
        (select count(distinct x.school_class)::int from client_class_day x join organisation o on o.id = x.organisation
          where x.program = ${id} and x.day between ${from} and ${until} and o.path <@ n.path) as "activeClasses",
        (select count(distinct x.teacher)::int from client_teacher_day x join organisation o on o.id = x.organisation
          where x.program = ${id} and x.day between ${from} and ${until} and o.path <@ n.path) as "activeTeachers"
      from organisation top join organisation n on n.id = top.id or n.parent = top.id where top.id = ${organisation}
      order by depth, n.name, n.id`);
    const releases = await this.store.scan<ClientFigures['releases'][number]>(sql`
      select x.release, count(distinct x.school_class)::int as classes from client_installation x ${below}
      where x.program = ${id} and x.installed group by x.release order by classes desc, x.release limit 100`);
    const days = await this.store.scan<ClientFigures['days'][number]>(sql`
      select x.day::text, count(distinct x.school_class)::int as "activeClasses", count(distinct x.teacher)::int as "activeTeachers"
      from (select program, day, organisation, school_class, null as teacher from client_class_day
            union all select program, day, organisation, null, teacher from client_teacher_day) x ${below}
      where x.program = ${id} and x.day between ${from} and ${until} group by x.day order by x.day`);
    const { installedClasses, activeClasses, activeTeachers } = units[0]!;
    return {
      ...{ program: id, organisation, from, until, installedClasses, activeClasses, activeTeachers, releases, days },
      units: units
        .filter(({ depth, installedClasses: there, activeClasses: used }) => depth > 0 && there + used > 0)
        .map(({ depth: _, ...unit }) => unit),
    };
  }
}
