import type { jobStates } from '@lianxue/contracts';
import { Column, Entity } from 'typeorm';
import { Aggregate, type ReachColumns } from '../aggregate.js';

/** Who ordered a job, as it is kept: their rights are taken anew whenever it runs. */
export interface OrderedBy {
  readonly kind: 'person' | 'app' | 'service';
  readonly subject: string;
  readonly client: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly scopes: readonly string[];
}

/** Long work that goes on without its caller. It tells no facts: what it does to rows tells its own. */
@Entity('job')
export class Job extends Aggregate<never> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  kind!: string;

  @Column('text')
  state!: (typeof jobStates)[number];

  @Column('jsonb')
  input!: Record<string, unknown>;

  @Column('jsonb', { name: 'ordered_by' })
  orderedBy!: OrderedBy;

  @Column('text')
  language!: 'zh' | 'en';

  @Column('text', { nullable: true })
  traceparent!: string | null;

  /** Counts how often it was taken up; only the last to take it up may write. */
  @Column('int')
  attempt!: number;

  /** Passing failures since it last got on. */
  @Column('int')
  failures!: number;

  @Column('timestamptz')
  due!: Date;

  /** Where it goes on; written with the rows it stands for. */
  @Column('jsonb', { nullable: true })
  cursor!: unknown;

  @Column('int')
  done!: number;

  @Column('int', { nullable: true })
  total!: number | null;

  @Column('int', { name: 'error_count' })
  errorCount!: number;

  @Column('boolean')
  confirmed!: boolean;

  @Column('jsonb', { name: 'waits_for', nullable: true })
  waitsFor!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  result!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  refused!: { code: string; facts: Record<string, unknown> } | null;

  @Column('jsonb')
  files!: { id: string; name: string }[];

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  fact(): never {
    throw new Error('A job tells no facts');
  }
}

/** For the migrations of a service that has jobs. */
export const jobTables = `
create table job (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  ordered_by jsonb not null,
  language text not null,
  traceparent text,
  attempt int not null,
  failures int not null,
  due timestamptz not null,
  cursor jsonb,
  done int not null,
  total int,
  error_count int not null,
  confirmed boolean not null,
  waits_for jsonb,
  result jsonb,
  refused jsonb,
  files jsonb not null,
  ended_at timestamptz
);
create index on job (organisation, id);
create index job_next on job (due, id) where state in ('queued', 'running');
create index job_forgotten on job (updated_at) where state not in ('queued', 'running');

create table job_error (
  job uuid not null references job (id) on delete cascade,
  position int not null,
  file text not null,
  line int not null,
  field text not null,
  code text not null,
  primary key (job, position)
);
`;
