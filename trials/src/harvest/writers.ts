import { setTimeout as sleep } from 'node:timers/promises';
import { ownCallOf, Refusal, resourceFacts, resources, type ResourceContent } from '@lianxue/contracts';
import { newId, sql, type Store, type Work } from '@lianxue/persistence';
import { ResourceEntity } from '@lianxue/resources';

const atOnce = 200;

/** Writes resources by the service’s own commits, past the reviews that would take a person each. */
export class Catalogue {
  changes = 0;

  constructor(
    private readonly store: Store,
    private readonly organisations: readonly string[],
  ) {}

  /** So many published works, in the catalogue before anybody harvests. */
  async fill(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const rows = Array.from({ length: Math.min(atOnce, count - ids.length) }, (_, at) => this.work(`第${ids.length + at}课`));
      await this.commit((work) => shelved(rows, work));
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  /** Changes, withdraws, publishes again and adds, among works of its own, until it is told to end. */
  async write(own: string[], over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const id = own[Math.floor(Math.random() * own.length)]!;
      const dice = Math.random();
      const made = await this.attempt(async () => (dice < 0.05 ? own.push(await this.add()) : this.change(id, dice < 0.25)));
      if (made) this.changes++;
      await sleep(2);
    }
  }

  /** A database that is too busy says so, or that it does not know what became of it; a writer comes again, as a teacher would. */
  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.kind.status >= 503) return false;
      throw error;
    }
  }

  private async add(): Promise<string> {
    const row = this.work(`新课${this.changes}`);
    await this.commit((work) => shelved([row], work));
    return row.id;
  }

  private change(id: string, turns: boolean): Promise<unknown> {
    return this.commit(async (work) => {
      const [row] = await work.all(ResourceEntity, sql`t.id = ${id}`);
      if (turns) row!.status = row!.status === 'published' ? 'withdrawn' : 'published';
      row!.content = { ...row!.content, title: `${row!.title.split(' ')[0]!} 改${row!.version}` };
      row!.sharedBy = row!.status === 'published' ? [row!.organisation] : [];
      await work.query('update standing set status = $2 where resource = $1', [row!.id, row!.status]);
      return work.update(row!, row!.status === 'published' ? resourceFacts.published : resourceFacts.withdrawn);
    });
  }

  private work(title: string): ResourceEntity {
    const row = Object.assign(new ResourceEntity(), { id: newId(), status: 'published', author: newId(), publishedAt: new Date() });
    row.organisation = this.organisations[Math.floor(Math.random() * this.organisations.length)]!;
    row.sharedBy = [row.organisation];
    row.content = contentOf(title);
    return row;
  }

  private commit<T>(rule: (work: Work) => Promise<T>): Promise<T> {
    return this.store.commit(ownCallOf(resources.changesAfter), rule);
  }
}

/** New works, each shown by the tier to which it belongs. */
async function shelved(rows: readonly ResourceEntity[], work: Work): Promise<void> {
  await work.insertAll(rows, resourceFacts.published);
  await work.query(
    `insert into standing (id, version, organisation, created_at, updated_at, resource, status, release, published_at, recheck_told)
     select gen_random_uuid(), 1, organisation, now(), now(), id, status, 1, now(), false from resource where id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}

const contentOf = (title: string): ResourceContent => ({
  ...{ title, type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3], knowledgePoints: ['分数'], keywords: ['微课'] },
  ...{ language: 'zh-CN', edition: '人教版', volume: '三年级上册', chapter: null, description: '课前自学微课，课上动手折一折。' },
  ...{ chapterId: null, pointIds: [], competencyIds: [], licence: 'teaching', rightsHolder: null, validUntil: null },
  ...{ source: 'original', sourceNote: null, sourceUrl: null, contributors: [] },
  usage: { method: '课前自学', scene: '新授课', example: '第一课时' },
});
