import { identity, type AnyOperation, type Call, type InputOf, type Job, type PostRole } from '@lianxue/contracts';
import { FILES, sheetsOf, Zip, type Files } from '@lianxue/files';
import { JobRunner, Jobs, newId } from '@lianxue/persistence';
import { strToU8 } from 'fflate';
import type { z } from 'zod';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { RosterExport } from './roster-export.js';
import { RosterImport } from './roster-import.js';

type View = z.output<typeof Job>;
type Order = Partial<InputOf<typeof identity.importRosterFile>>;

/** A room whose schools send files and fetch them; for specs. */
export interface ImportingRoom extends IdentityRoom {
  /** A school with somebody in this role, who sends its files. */
  school(role?: Extract<PostRole, 'schoolAdmin' | 'rollManager'>): Promise<Sender>;
  /** Somebody in this role, who sends files of an organisation. */
  sender(role: Extract<PostRole, 'schoolAdmin' | 'rollManager' | 'systemAdmin'>, organisation: string): Promise<Sender>;
}

export interface Sender {
  readonly id: string;
  call(operation: AnyOperation): Call;
  /** Imports a file and waits until it is done, failed or waiting. */
  bring(content: Uint8Array | string, more?: Order): Promise<View>;
  /** Says yes to what a job waits for, and waits until it is done. */
  confirm(job: View): Promise<View>;
  errorsOf(job: View): Promise<string[]>;
  exported(format: InputOf<typeof identity.exportRoster>['format']): Promise<Buffer>;
}

export async function openImporting(): Promise<ImportingRoom> {
  const room = await openIdentity();
  const files: Files = room.get(FILES as never);
  const self: ImportingRoom = {
    ...room,
    school: async (role = 'schoolAdmin') => self.sender(role, await room.organisation('school', room.city, { name: `第一小学${newId()}` })),
    async sender(role, id) {
      const subject = await room.person(role, id);
      const call = (operation: AnyOperation) => room.by(role, id, { subject, operation });
      const settled = (job: string) => settledJob(room, job, call(identity.job));
      return {
        id,
        call,
        async bring(content, more = {}) {
          const file = await sentFile(room, 'roster', content, call(identity.importRosterFile));
          const order = { organisationId: id, file, mode: 'merge', dryRun: false, source: 'roster', mostDropped: 0.2, ...more } as const;
          return settled((await room.get(RosterImport).order(order, call(identity.importRosterFile))).id);
        },
        async confirm({ id: job }) {
          await room.get(Jobs).confirm(job, call(identity.confirmJob));
          return settled(job);
        },
        async errorsOf(job) {
          const { items } = await room.get(Jobs).errors(job.id, { limit: 200 }, call(identity.jobErrors));
          return items.map(({ line, field, code }) => `${line} ${field} ${code}`);
        },
        async exported(format) {
          const { id: job } = await room
            .get(RosterExport)
            .order({ organisationId: id, format, reason: '核对' }, call(identity.exportRoster));
          const [made] = (await settled(job)).files;
          const bytes: Buffer[] = [];
          for await (const chunk of files.read((await files.about(made!.id))!) as AsyncIterable<Buffer>) bytes.push(chunk);
          return Buffer.concat(bytes);
        },
      };
    },
  };
  return self;
}

/** The job once it needs no more time. */
export async function settledJob(room: IdentityRoom, job: string, call: Call): Promise<View> {
  room.get(JobRunner).poke();
  for (;;) {
    const view = await room.get(Jobs).one(job, call);
    if (view.state !== 'queued' && view.state !== 'running') return view;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Sends a file as the caller; answers its id. */
export async function sentFile(room: IdentityRoom, kind: string, content: Uint8Array | string, { caller }: Call): Promise<string> {
  const id = newId();
  const { subject, client } = caller;
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const files: Files = room.get(FILES as never);
  await files.keep([bytes], { id, kind, name: '名单', owner: { subject, client }, until: new Date('2027-12-31') });
  return id;
}

/** The rows of the first sheet of a file that was made. */
export async function rowsOfFile(room: IdentityRoom, id: string): Promise<string[][]> {
  const files: Files = room.get(FILES as never);
  const zip = await Zip.open(files, (await files.about(id))!, { files: 20, bytes: 1_000_000 });
  const [sheet] = await sheetsOf(zip);
  const rows: string[][] = [];
  for await (const { cells } of sheet!.rows()) rows.push([...cells]);
  zip.close();
  return rows;
}

/** The same of bytes that are not kept yet. */
export async function rowsOfBytes(room: IdentityRoom, bytes: Uint8Array): Promise<string[][]> {
  const id = newId();
  const files: Files = room.get(FILES as never);
  await files.keep([bytes], { id, kind: 'roster', name: '名单', owner: { subject: id, client: id }, until: new Date('2027-12-31') });
  return rowsOfFile(room, id);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Numbers of people born in 1900, whom nobody living has, with their check digit. */
export function citizen(n: number): string {
  const body = `361002190001${String((n % 28) + 1).padStart(2, '0')}${String(Math.floor(n / 28)).padStart(3, '0')}`;
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11];
}

export const csv = (...lines: string[]): string => lines.join('\r\n');
