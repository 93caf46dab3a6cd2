import { Inject, Injectable } from '@nestjs/common';
import { inBeijing, reviewingRoles, type Call, type Caller, type Resource } from '@lianxue/contracts';
import { askingOf, sql, Store } from '@lianxue/persistence';
import { objectionsTo } from '../review/entitled.js';
import { atOrBelow, standingsOf } from '../standing/tiers.js';
import { movesFor, type Around } from './moves.js';
import type { ResourceEntity } from './resource.entity.js';

/** Resources as a caller reads them: whoever answers for one sees its review and what they may do, others what is published. */
@Injectable()
export class Showing {
  constructor(@Inject(Store) private readonly store: Store) {}

  async one(row: ResourceEntity, call: Call): Promise<Resource> {
    const [view] = await this.all([row], call);
    return view!;
  }

  async all(rows: readonly ResourceEntity[], { caller }: Call): Promise<Resource[]> {
    if (rows.length === 0) return [];
    const ask = askingOf(this.store);
    const standings = await standingsOf(
      rows.map(({ id }) => id),
      ask,
    );
    const concerned = [
      ...rows.map(({ organisation }) => organisation),
      ...standings.flatMap(({ organisation, takenOffBy }) => [organisation, takenOffBy ?? organisation]),
    ];
    const answered = caller.organisation ? await atOrBelow([...new Set(concerned)], caller.organisation, ask) : new Set<string>();
    const waiting = reviewingRoles.some((role) => role === caller.role)
      ? rows.filter(({ reviewState }) => reviewState === 'submitted')
      : [];
    const objections = waiting.length > 0 ? await objectionsTo(waiting, caller, ask) : new Map<string, undefined>();
    const highest = new Map(
      standings.filter(({ status }) => status === 'published').map(({ resource, organisation }) => [resource, organisation]),
    );
    const parents = await this.parentsOf([...new Set(highest.values())]);
    const gone = await this.goneAtTheirSource(rows.filter(({ sourceUrl }) => sourceUrl !== null));
    return rows.map((row) =>
      resourceView(row, caller, {
        standings: standings.filter(({ resource }) => resource === row.id),
        answered,
        objection: objections.get(row.id),
        sourceGoneAt: gone.get(row.id) ?? null,
        next: parents.get(highest.get(row.id) ?? '') ?? null,
      }),
    );
  }

  /** When the platform deleted them that they were taken over from. */
  private async goneAtTheirSource(rows: readonly ResourceEntity[]): Promise<ReadonlyMap<string, Date>> {
    if (rows.length === 0) return new Map();
    const gone = await this.store.read<{ resource: string; at: Date }>(
      sql`select resource, max(gone_at) as at from migrated_resource
          where resource = any(${rows.map(({ id }) => id)}::uuid[]) and gone_at is not null group by resource`,
    );
    return new Map(gone.map(({ resource, at }) => [resource, at]));
  }

  private async parentsOf(organisations: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (organisations.length === 0) return new Map();
    const rows = await this.store.read<{ id: string; parent: string | null }>(
      sql`select id, parent from organisation where id = any(${organisations}::uuid[])`,
    );
    return new Map(rows.map(({ id, parent }) => [id, parent]));
  }
}

function resourceView(row: ResourceEntity, caller: Caller, around: Around & { readonly sourceGoneAt: Date | null }): Resource {
  const isInvolved = row.author === caller.subject || around.answered.has(row.organisation) || caller.kind === 'service';
  return {
    ...row.fact(),
    ...row.content,
    author: row.author,
    sourceGoneAt: around.sourceGoneAt && inBeijing(around.sourceGoneAt),
    lastDecision: row.lastDecision,
    lastReason: row.lastReason,
    standings: around.standings.map(({ resource: _, publishedAt, ...standing }) => ({ ...standing, publishedAt: inBeijing(publishedAt) })),
    review: isInvolved ? reviewOf(row) : null,
    revision: isInvolved ? row.revision : null,
    moves: isInvolved ? movesFor(row, caller, around) : [],
  };
}

const reviewOf = ({
  reviewState: state,
  reviewAt,
  reviewStep: step,
  reviewSteps: steps,
  reviewDue: due,
}: ResourceEntity): Resource['review'] =>
  state === 'none' ? null : { organisation: reviewAt!, state, step, steps, due: due && inBeijing(due) };
