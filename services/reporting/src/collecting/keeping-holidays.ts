import { Inject, Injectable } from '@nestjs/common';
import { holidaysFacts, type Call, type InputOf, type reporting } from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Holidays } from './holidays.entity.js';

/** What is free in every year nobody has set: New Year, Labour Day, National Day. Those by the lunar calendar must be set. */
const usual = ['01-01', ...[1, 2, 3, 4, 5].map((day) => `05-0${day}`), ...[1, 2, 3, 4, 5, 6, 7].map((day) => `10-0${day}`)];

/** Which days are free, as the authority or the nearest one above it has set them. */
@Injectable()
export class KeepingHolidays {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** Set again, they replace what was set before. */
  set({ organisation, year, days }: InputOf<typeof reporting.setHolidays>, call: Call): Promise<Holidays> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      // Two who set the same year at the same moment come one after the other.
      await work.query('select 1 from organisation where id = $1 for update', [organisation]);
      const [there] = await work.all(Holidays, sql`t.organisation = ${organisation} and t.year = ${year}`);
      const kept = Object.assign(there ?? new Holidays(), { organisation, year, days: [...days].sort() });
      return there ? work.update(kept, holidaysFacts.set) : work.insert(kept, holidaysFacts.set);
    });
  }
}

/** The holidays of the years a period's windows may lie in, for one authority. */
export async function holidaysFor(organisation: string, years: readonly number[], work: Work): Promise<ReadonlySet<string>> {
  const set = await work.query<{ year: number; days: string[] }>(
    `select distinct on (h.year) h.year, h.days from holidays h join organisation a on a.id = h.organisation
     join organisation o on a.path @> o.path where o.id = $1 and h.year = any($2) order by h.year, nlevel(a.path) desc`,
    [organisation, years],
  );
  const byYear = new Map(set.map(({ year, days }) => [year, days]));
  return new Set(years.flatMap((year) => byYear.get(year) ?? usual.map((day) => `${year}-${day}`)));
}
