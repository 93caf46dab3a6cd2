import { identity, type AnyOperation, type Call, type InputOf, type Job, type PostRole } from '@lianxue/contracts';
import { FILES, type Files } from '@lianxue/files';
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
}

export interface Sender {
  readonly id: string;
  call(operation: AnyOperation): Call;
  /** Imports a file and waits until it is done, failed or waiting. */
  bring(content: Uint8Array | string, more?: Order): Promise<View>;
  errorsOf(job: View): Promise<string[]>;
  exported(format: InputOf<typeof identity.exportRoster>['format']): Promise<Buffer>;
}

export async function openImporting(): Promise<ImportingRoom> {
  const room = await openIdentity();
  const files: Files = room.get(FILES as never);
  return {
    ...room,
    async school(role = 'schoolAdmin') {
      const id = await room.organisation('school', room.city, { name: `第一小学${newId()}` });
      const subject = await room.person(role, id);
      const call = (operation: AnyOperation) => room.by(role, id, { subject, operation });
      const settled = async (job: string): Promise<View> => {
        room.get(JobRunner).poke();
        for (;;) {
          const view = await room.get(Jobs).one(job, call(identity.job));
          if (view.state !== 'queued' && view.state !== 'running') return view;
          await new Promise((done) => setTimeout(done, 20));
        }
      };
      return {
        id,
        call,
        async bring(content, more = {}) {
          const file = newId();
          const { subject, client } = call(identity.importRosterFile).caller;
          const bytes = typeof content === 'string' ? strToU8(content) : content;
          await files.keep([bytes], { id: file, kind: 'roster', name: '名单', owner: { subject, client }, until: new Date('2027-12-31') });
          const order = { organisationId: id, file, mode: 'merge', dryRun: false, source: 'roster', mostDropped: 0.2, ...more } as const;
          return settled((await room.get(RosterImport).order(order, call(identity.importRosterFile))).id);
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
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Numbers of people born in 1900, whom nobody living has, with their check digit. */
export function citizen(n: number): string {
  const body = `361002190001${String((n % 28) + 1).padStart(2, '0')}${String(Math.floor(n / 28)).padStart(3, '0')}`;
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11];
}

export const csv = (...lines: string[]): string => lines.join('\r\n');
