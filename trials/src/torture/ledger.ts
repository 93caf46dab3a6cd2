import { z } from 'zod';
import { Column, Entity } from 'typeorm';
import { contract, facts, operation, value, type Call } from '@lianxue/contracts';
import { Aggregate, type Migration } from '@lianxue/persistence';

/** The service under torture; it has a schema, a stream and an outbox like any other. */
export const service = 'torture';

/** A page of a book in which everybody writes at once. */
@Entity('leaf')
export class Leaf extends Aggregate<{ line: string }> {
  @Column('text')
  line!: string;

  fact() {
    return { line: this.line };
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '0001-leaves',
    sql: `create table leaf (id uuid primary key, version int not null, organisation uuid not null,
      created_at timestamptz not null, updated_at timestamptz not null, line text not null)`,
  },
];

export const leafFacts = facts(service, 'leaf', z.object({ line: z.string() }), {
  opened: '新建 opened',
  written: '改写 written',
  torn: '撕去 torn',
});

const ledger = contract(service, {
  write: operation('post', '/internal/leaves', { summary: '写 Write', internal: true, permits: ['service'], returns: value(z.object({})) }),
});

/** A write of the service itself, to be over within ten seconds. */
export const writing = (): Call => ({
  caller: {
    kind: 'service',
    subject: `service:${service}`,
    client: `service:${service}`,
    role: 'service',
    organisation: undefined,
    scopes: new Set(),
    about: [],
  },
  operation: ledger.write,
  input: {},
  idempotencyKey: undefined,
  ifMatch: undefined,
  deadline: Date.now() + 10_000,
  language: 'zh',
  traceparent: undefined,
});
