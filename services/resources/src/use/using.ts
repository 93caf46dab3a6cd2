import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  dayInBeijing,
  IdTaken,
  refuse,
  ResourceNotShown,
  ResourceUseOutOfTime,
  usesKnownDays,
  type Call,
  type Clock,
  type InputOf,
  type ResourceContent,
  type ResourceUseKind,
  type resources,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Finding } from '../catalogue/finding.js';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import { countOne, type Counted } from './counting.js';

const dayMs = 24 * 3600_000;
/** Clocks of devices differ. */
const aheadMs = 5 * 60_000;

const countedAs = { view: 'views', download: 'downloads', inClass: 'in_class' } as const satisfies Record<ResourceUseKind, Counted>;

interface Use {
  readonly id: string;
  /** Null where it came from elsewhere. */
  readonly resource: string | null;
  readonly subject: ResourceContent['subject'];
  readonly kind: ResourceUseKind;
  readonly at: string | undefined;
}

/** Whoever shows resources tells of their uses; each counts once, however often it is told of. */
@Injectable()
export class Using {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Finding) private readonly finding: Finding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note({ resourceId, id, kind, at }: InputOf<typeof resources.noteUse>, call: Call): Promise<{ counted: boolean }> {
    const resource = await this.shown(resourceId, call);
    if (kind !== 'inClass' && resource.author === call.caller.subject) return { counted: false };
    return this.take({ id, resource: resourceId, subject: resource.subject, kind, at }, call);
  }

  noteOfOther({ id, subject, at }: InputOf<typeof resources.noteUseOfOther>, call: Call): Promise<{ counted: boolean }> {
    return this.take({ id, resource: null, subject, kind: 'inClass', at }, call);
  }

  /** A published resource that the caller may read. */
  async shown(resourceId: string, call: Call): Promise<ResourceEntity> {
    const resource = await this.finding.one(resourceId, call);
    if (resource.status !== 'published') throw refuse(ResourceNotShown);
    return resource;
  }

  private take({ id, resource, subject, kind, at: told }: Use, call: Call): Promise<{ counted: boolean }> {
    const organisation = actingOrganisation(call.caller);
    const person = call.caller.kind === 'person' ? call.caller.subject : null;
    const now = this.clock.now();
    const at = told === undefined ? now : this.momentOf(told, now);
    return this.store.commit(call, async (work) => {
      const taken = await work.query(
        `insert into use_event (id, resource, organisation, person, kind, at, day, counted) values ($1, $2, $3, $4, $5, $6, $7, $2::uuid is null)
         on conflict do nothing returning id`,
        [id, resource, organisation, person, kind, at, dayInBeijing(at)],
      );
      if (taken.length > 0) {
        await countOne(work, resource === null ? 'elsewhere' : countedAs[kind], { organisation, subject, at, now });
        return { counted: true };
      }
      const [other] = await work.query(
        `select id from use_event where id = $1 and (resource, organisation, person, kind) is distinct from ($2::uuid, $3::uuid, $4::uuid, $5::text)`,
        [id, resource, organisation, person, kind],
      );
      if (other) throw refuse(IdTaken);
      return { counted: false };
    });
  }

  private momentOf(told: string, now: Date): Date {
    const at = new Date(told);
    const ago = now.getTime() - at.getTime();
    if (ago > usesKnownDays * dayMs || ago < -aheadMs) throw refuse(ResourceUseOutOfTime, { days: usesKnownDays });
    return at;
  }
}
