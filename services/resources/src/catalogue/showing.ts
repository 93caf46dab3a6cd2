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
    return rows.map((row) =>
      resourceView(row, caller, {
        standings: standings.filter(({ resource }) => resource === row.id),
        answered,
        objection: objections.get(row.id),
        next: parents.get(highest.get(row.id) ?? '') ?? null,
      }),
    );
  }

  private async parentsOf(organisations: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (organisations.length === 0) return new Map();
    const rows = await this.store.read<{ id: string; parent: string | null }>(
      sql`select id, parent from organisation where id = any(${organisations}::uuid[])`,
    );
    return new Map(rows.map(({ id, parent }) => [id, parent]));
  }
}

function resourceView(row: ResourceEntity, caller: Caller, around: Around): Resource {
  const isInvolved = row.author === caller.subject || around.answered.has(row.organisation) || caller.kind === 'service';
  return {
    ...row.fact(),
    ...row.content,
    author: row.author,
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
