import {
  actingOrganisation,
  mainSubjectsFacts,
  MainSubjectsNotFound,
  type Call,
  type InputOf,
  type MainSubjects as MainSubjectsView,
  type MainSubjectsList,
  type resources,
} from '@lianxue/contracts';
import { askingOf, askingWithin, sql, Store, type Asking } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { MainSubjectsEntity } from './main-subjects.entity.js';

/** What the platform ships: the subjects of each stage that every plan of full coverage names. */
const shipped: MainSubjectsList = [
  { stage: 'primary', subjects: ['chinese', 'mathematics', 'english', 'science', 'morality'] },
  {
    stage: 'junior',
    subjects: ['chinese', 'mathematics', 'english', 'physics', 'chemistry', 'biology', 'history', 'geography', 'morality'],
  },
  {
    stage: 'senior',
    subjects: ['chinese', 'mathematics', 'english', 'physics', 'chemistry', 'biology', 'history', 'geography', 'politics'],
  },
];

/** Which subjects courses should cover: each authority may say so for itself and those below it. */
@Injectable()
export class MainSubjects {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** What holds where the caller acts. */
  inForce({ caller }: Call): Promise<MainSubjectsView> {
    return nearest(actingOrganisation(caller), askingOf(this.store));
  }

  set({ organisation, main }: InputOf<typeof resources.setMainSubjects>, call: Call): Promise<MainSubjectsView> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation, MainSubjectsNotFound);
      const [kept] = await work.all(MainSubjectsEntity, sql`t.organisation = ${organisation}`, 1);
      if (main !== null) {
        const said = Object.assign(kept ?? new MainSubjectsEntity(), { organisation, main });
        await (kept ? work.update(said, mainSubjectsFacts.set) : work.insert(said, mainSubjectsFacts.set));
      } else if (kept) await work.remove(kept, mainSubjectsFacts.dropped);
      return nearest(organisation, askingWithin(work));
    });
  }
}

/** Its own, those of the nearest organisation above that has set any, or the shipped ones. */
async function nearest(organisation: string, ask: Asking): Promise<MainSubjectsView> {
  const [set] = await ask<MainSubjectsView>(
    sql`select m.organisation as "setBy", m.main from main_subjects m join organisation o on o.id = m.organisation
        join organisation own on own.path <@ o.path where own.id = ${organisation} order by nlevel(o.path) desc limit 1`,
  );
  return set ?? { setBy: null, main: shipped };
}
