import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, MeasureQuery, reporting, type Caller, type Fact, type MeasureReading } from '@lianxue/contracts';
import { FILES, FolderFiles } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { SheetFiles } from '../sheets/sheet-files.js';
import { CountingMeasures } from './counting-measures.js';
import { KnownClasses } from './known-classes.js';
import { HearingOfMeasures } from './hearing-of-measures.js';
import { measures } from './part.js';
import { ReadingMeasures } from './reading-measures.js';

/** What specs about measures begin with: a room that hears facts as the relay hands them over. */
export class MeasuresRoom {
  readonly clock = { at: new Date('2026-09-20T08:00:00+08:00'), now: () => this.clock.at };
  /** What identity knows: the classes somebody teaches or is a pupil of. */
  classesOf: Record<string, readonly string[]> = {};
  room!: Room;
  private folder!: string;
  private files!: FolderFiles;
  city!: Caller;
  county!: Caller;
  school!: Caller;

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'lianxue-measures-'));
    this.files = new FolderFiles(this.folder);
    const classes = { of: async (people: readonly string[]) => people.flatMap((one) => this.classesOf[one] ?? []) };
    const providers = [
      ...measures.rules,
      SheetFiles,
      { provide: FILES, useValue: this.files },
      { provide: CLOCK, useValue: this.clock },
      { provide: KnownClasses, useValue: classes },
    ];
    this.room = await openRoom('reporting', { entities, migrations, providers });
    const { city, county, school } = this.room.region;
    this.city = person({ role: 'systemAdmin', organisation: city });
    this.county = person({ role: 'countyReviewer', organisation: county });
    this.school = person({ role: 'schoolAdmin', organisation: school });
  }

  async close(): Promise<void> {
    await this.room.close();
    await rm(this.folder, { recursive: true });
  }

  async bytesOf({ id }: { id: string }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.files.read((await this.files.about(id))!) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Forgets everything that was told. */
  async forget(): Promise<void> {
    for (const table of ['telling', 'measured', 'measure_total', 'measure_label']) await this.room.query(`delete from ${table}`);
  }

  /** As delivery hands it to the follower: what does not concern it is passed over. Null is a deletion. */
  async hear(service: string, thing: string, data: object | null, about: { entity?: string; version?: number; time?: string } = {}) {
    const { entity = newId(), version = 1, time = '2026-09-10T02:00:00Z' } = about;
    const fact = { service, thing, entity, version, time, data: data && { id: entity, version, ...data } } as unknown as Fact;
    const hearing = this.room.get(HearingOfMeasures);
    if (hearing.concerns(fact)) await hearing.apply(fact, this.room);
    return entity;
  }

  count(): Promise<void> {
    return this.room.get(CountingMeasures).goRound();
  }

  /** So many pupils at a school, in a class. */
  async pupils(organisation: string, many: number, inClass?: string): Promise<void> {
    for (let nth = 0; nth < many; nth++) {
      await this.hear('identity', 'post', { organisation, role: 'pupil', ended: false, deputyOf: null });
      if (inClass) await this.hear('identity', 'enrolment', { organisation, class: inClass, role: 'pupil', ended: false });
    }
  }

  totals() {
    return this.room.query<{ measure: string; organisation: string; day: string; dimension: string; amount: number }>(
      'select measure, organisation, day::text, dimension, amount::float from measure_total order by 1, 2, 3, 4',
    );
  }

  read(measure: string, asked: object = {}, by: Caller = this.county): Promise<MeasureReading> {
    const input = { measure, ...MeasureQuery.parse(asked) };
    return this.room.get(ReadingMeasures).read(input, callOf(reporting.measure, by, input));
  }
}

/** Line by line, what was told. */
export const told = ({ lines }: MeasureReading) =>
  Object.fromEntries(lines.map(({ key, amount, hidden }) => [key, hidden ? 'hidden' : amount]));
