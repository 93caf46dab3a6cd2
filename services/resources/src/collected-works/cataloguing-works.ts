import { CLOCK, ownCallOf, resourceFacts, resources, type AcceptedWork, type Clock } from '@lianxue/contracts';
import { askingWithin, newId, Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { FILES, type Files } from '@lianxue/files';
import { Inject, Injectable } from '@nestjs/common';
import { contentOf } from '../catalogue/cataloguing.js';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { announceTitle } from '../catalogue/titles.js';
import { grantCredits } from '../credits/granting.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Holding } from '../files/holding.js';
import type { SeenFile } from '../files/sent-files.js';
import { Transcodings } from '../files/transcodings.js';
import { publishAtOnce } from '../review/publishing-at-once.js';
import { ruleAt } from '../review/rules.js';
import { AcceptedWorks } from './accepted-works.js';

const everyMs = 1000;
const batch = 20;
/** A work that could not enter is tried again, ever less often. */
const waitMs = (attempts: number): number => Math.min(3600_000, 5_000 * 2 ** Math.min(attempts, 10));

/**
 * Works that calls have accepted enter the catalogue: under their author, of their school, shown at once by the authority that
 * called, since its reviewers have accepted them.
 */
@Injectable()
export class CataloguingWorks extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(AcceptedWorks) private readonly works: AcceptedWorks,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(FILES) private readonly files: Files,
    @Inject(Holding) private readonly holding: Holding,
    @Inject(Transcodings) private readonly transcodings: Transcodings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.store.read<{ work: string; attempts: number }>(
      sql`select work, attempts from collected_work where resource is null and try_at <= ${now} order by try_at limit ${batch}`,
    );
    for (const { work, attempts } of waiting) {
      await this.enter(work).catch(async (error: Error) => {
        this.log.warn(`The work ${work} has not entered the catalogue: ${error.message}`);
        await this.put(work, new Date(now.getTime() + waitMs(attempts)));
      });
    }
  }

  /** Asked for outside the commit, which must not wait for the wire. */
  private async enter(id: string): Promise<void> {
    const told = await this.works.of(id);
    if (!told) return this.put(id, null);
    const accepted = { ...told, content: await this.bound(told) };
    const sent = await this.sent(told);
    await this.store.commit(ownCallOf(resources.register), async (work) => {
      const [open] = await work.query('select 1 from collected_work where work = $1 and resource is null for update skip locked', [id]);
      if (!open) return;
      const now = this.clock.now();
      const resource = await registered(accepted, work);
      await this.give(resource, sent, work);
      await published(resource, accepted, now, work);
      await work.query('update collected_work set resource = $2, entered_at = $3, try_at = null where work = $1', [id, resource.id, now]);
    });
  }

  /** Its files as they were seen when they came; both services keep them in the one store. */
  private async sent({ files }: AcceptedWork): Promise<SeenFile[]> {
    const kept = await Promise.all(files.map(({ id }) => this.files.about(id)));
    return kept.filter((file): file is SeenFile => file?.content !== undefined);
  }

  /** The first is the work itself, what came after goes with it. */
  private async give(resource: ResourceEntity, sent: readonly SeenFile[], work: Work): Promise<void> {
    for (const [index, file] of sent.entries()) {
      const about = { id: newId(), resource, purpose: index === 0 ? 'main' : 'supplement', name: file.name } as const;
      await this.transcodings.order(await this.holding.give(work, file, about), work);
    }
  }

  /** What it says, bound to the nodes of a curriculum that its organisation knows; the call that collected it knows none. */
  private async bound({ content, organisation }: AcceptedWork): Promise<AcceptedWork['content']> {
    const { chapterId, pointIds, competencyIds } = content;
    const known = await this.nodes.known([...(chapterId ? [chapterId] : []), ...pointIds, ...competencyIds], organisation);
    const of = (kind: string) => (id: string) => known.get(id.toLowerCase()) === kind;
    return {
      ...content,
      ...{ chapterId: chapterId && of('chapter')(chapterId) ? chapterId : undefined },
      ...{ pointIds: pointIds.filter(of('point')), competencyIds: competencyIds.filter(of('competency')) },
    };
  }

  /** When it is tried again; never, where there is no such work any more. */
  private put(id: string, at: Date | null): Promise<void> {
    return this.store.commit(ownCallOf(resources.register), async (work) => {
      await work.query('update collected_work set try_at = $2, attempts = attempts + 1 where work = $1', [id, at]);
    });
  }
}

async function registered({ organisation, issuer, author, call, callName, work: from, content, acceptedAt }: AcceptedWork, work: Work) {
  const row = Object.assign(new ResourceEntity(), { organisation, author });
  row.content = contentOf({ ...content, source: 'collected', sourceNote: callName });
  await announceTitle(row, work);
  await work.insert(row, resourceFacts.registered);
  await remember(row, 'collected', { organisation: issuer, details: { call, work: from, acceptedAt } }, work);
  return row;
}

async function published(row: ResourceEntity, { issuer }: AcceptedWork, now: Date, work: Work): Promise<void> {
  const rule = await ruleAt(issuer, askingWithin(work));
  await publishAtOnce(row, rule, { now, reason: null }, work);
  await grantCredits(row, rule, work);
  await remember(row, 'published', { organisation: issuer }, work);
}
