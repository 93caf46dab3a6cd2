import {
  assertThat,
  GradebookUnfit,
  type Call,
  type GradebookCollection,
  type GradebookEntries,
  type GradebookEntry,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { kinds, meant } from './kinds.js';
import { RosterOfClasses, type ClassStanding } from './roster-of-classes.js';

/** An entry with ids instead of names, and the organisation it belongs to. */
export interface Entered {
  readonly organisation: string;
  readonly class?: string;
}

/** Lines and scales that entries refer to, as far as that must fit. */
interface Referred {
  readonly id: string;
  readonly organisation: string;
  readonly class: string | null;
  readonly sessions: readonly (string | null)[];
}

/** Holds what an app writes against the roster and against the gradebook itself. */
@Injectable()
export class Entering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(RosterOfClasses) private readonly roster: RosterOfClasses,
  ) {}

  rows({ collection, entries }: GradebookEntries, call: Call, session?: string): Promise<Entered[]> {
    switch (collection) {
      case 'categories':
        return this.categories(entries, call);
      case 'scoreScales':
        return this.scoreScales(entries, call);
      case 'lineItems':
        return this.lineItems(entries, call);
      case 'results':
        return this.results(entries, call, session);
    }
  }

  /** A category names no school; it belongs where the app says it acts, or where it is selected if that is one place. */
  private async categories(entries: readonly GradebookEntry<'categories'>[], { caller }: Call): Promise<Entered[]> {
    const places = caller.organisation
      ? [caller]
      : await this.store.read<{ organisation: string }>(
          sql`select distinct organisation from app_reach where client = ${caller.client} and active limit 2`,
        );
    assertThat(places.length === 1, GradebookUnfit, { field: 'acting-organisation' });
    return entries.map((entry) => ({ ...entry, organisation: places[0]!.organisation! }));
  }

  private scoreScales(entries: readonly GradebookEntry<'scoreScales'>[], call: Call): Promise<Entered[]> {
    return Promise.all(
      entries.map(async (entry) => {
        const { organisation, course } = await this.openClass(entry.class, [], call);
        assertThat(entry.course === null || entry.course === course, GradebookUnfit, { field: 'course' });
        return { ...entry, organisation };
      }),
    );
  }

  private async lineItems(entries: readonly GradebookEntry<'lineItems'>[], call: Call): Promise<Entered[]> {
    const ofClass = new Map<string, ClassStanding>();
    for (const id of new Set(entries.map((entry) => entry.class))) {
      const sessions = entries.flatMap(({ gradingPeriod, academicSession }) => [gradingPeriod, academicSession]);
      ofClass.set(id, await this.openClass(id, [...new Set(sessions.filter((each) => each !== null))], call));
    }
    return Promise.all(
      entries.map(async ({ category: categoryName, scoreScale, assignDate, dueDate, ...entry }) => {
        const { organisation, sessions } = ofClass.get(entry.class)!;
        for (const field of ['gradingPeriod', 'academicSession'] as const)
          assertThat(entry[field] === null || sessions.includes(entry[field]), GradebookUnfit, { field });
        const category = await this.referred('categories', categoryName, 'category', call);
        const [above] = await this.store.read(
          sql`select 1 from organisation o join organisation here on o.path @> here.path where o.id = ${category.organisation} and here.id = ${organisation}`,
        );
        assertThat(above, GradebookUnfit, { field: 'category' });
        const scale = await this.scaleOf(scoreScale, entry.class, call);
        const dates = { assignDate: new Date(assignDate), dueDate: new Date(dueDate) };
        return { ...entry, ...dates, organisation, category: category.id, scoreScale: scale };
      }),
    );
  }

  private async results(entries: readonly GradebookEntry<'results'>[], call: Call, session?: string): Promise<Entered[]> {
    const lines = new Map<string, Referred>();
    for (const name of new Set(entries.map((entry) => entry.lineItem)))
      lines.set(name, await this.referred('lineItems', name, 'lineItem', call));
    const pupils = new Map<string, readonly string[]>();
    const people = [...new Set(entries.map(({ student }) => student))];
    for (const id of new Set([...lines.values()].map((line) => line.class!)))
      pupils.set(id, (await this.roster.standing({ class: id, people, sessions: [] }))?.pupils ?? []);
    const withheld = await this.roster.withheld(call.caller.client, people);
    return Promise.all(
      entries.map(async ({ lineItem: name, student, scoreScale, ...entry }) => {
        const { id: lineItem, organisation, class: ofClass, sessions } = lines.get(name)!;
        const fits = pupils.get(ofClass!)!.includes(student) && !withheld.has(student);
        assertThat(fits, GradebookUnfit, { field: 'student' });
        assertThat(session === undefined || sessions.includes(session), GradebookUnfit, { field: 'academicSession' });
        const scale = await this.scaleOf(scoreScale, ofClass!, call);
        return { ...entry, organisation, lineItem, class: ofClass!, person: student, scoreScale: scale };
      }),
    );
  }

  /** A class that goes on, in reach. */
  private async openClass(id: string, sessions: string[], call: Call): Promise<ClassStanding> {
    const standing = await this.roster.standing({ class: id, people: [], sessions });
    const fits = standing && !standing.ended && (await this.store.reaches(standing.organisation, call));
    assertThat(fits, GradebookUnfit, { field: 'class' });
    return standing;
  }

  private async scaleOf(name: string | null, ofClass: string, call: Call): Promise<string | null> {
    if (name === null) return null;
    const scale = await this.referred('scoreScales', name, 'scoreScale', call);
    assertThat(scale.class === ofClass, GradebookUnfit, { field: 'scoreScale' });
    return scale.id;
  }

  /** What an app refers to by a name. What it does not reach is nothing to it; of a category its place is judged apart. */
  private async referred(collection: Exclude<GradebookCollection, 'results'>, name: string, field: string, call: Call): Promise<Referred> {
    const more =
      collection === 'categories'
        ? sql`null::uuid as class, '{}'::uuid[] as sessions`
        : collection === 'scoreScales'
          ? sql`t.class, '{}'::uuid[] as sessions`
          : sql`t.class, array[t.academic_session, t.grading_period] as sessions`;
    const [row] = await this.store.read<Referred>(
      sql`select t.id, t.organisation, ${more} from ${kinds[collection].table} t where ${meant(name, call.caller.client)} and not t.ended order by t.called nulls last limit 1`,
    );
    const fits = row && (collection === 'categories' || (await this.store.reaches(row.organisation, call)));
    assertThat(fits, GradebookUnfit, { field });
    return row;
  }
}
