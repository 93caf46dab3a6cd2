import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  holdToContributors,
  refuse,
  resourceFacts,
  ResourceLocked,
  ResourceNoRevision,
  ResourceNotFound,
  ResourceNotYours,
  type Call,
  type Clock,
  type Contributor,
  type ResourceContent,
  type ResourceEdit,
  type ResourceInput,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { KnownNodes, type Bindings } from '../curriculum/known-nodes.js';
import { takeFilesBack } from '../files/rounds-of-files.js';
import { CurrentPosts } from '../posts/current-posts.js';
import { ResourceEntity } from './resource.entity.js';
import { remember } from './provenance.js';
import { announceTitle } from './titles.js';

/** Authors keep their resources: they register, edit and discard them. */
@Injectable()
export class Cataloguing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async register({ id, ...input }: ResourceInput & { id?: string | undefined }, call: Call): Promise<ResourceEntity> {
    await this.nodes.hold(bindingsOf(input), actingOrganisation(call.caller));
    await this.holdToContributors(input.contributors);
    return this.store.commit(call, async (work) => {
      const row = new ResourceEntity();
      if (id) row.id = id;
      row.organisation = actingOrganisation(call.caller);
      row.author = call.caller.subject;
      row.content = contentOf(input);
      await announceTitle(row, work);
      const made = await work.insert(
        row,
        resourceFacts.registered,
        (existing) => existing.author === row.author && isDeepStrictEqual(existing.proposed, row.content),
      );
      if (made === row) await remember(row, 'registered', { organisation: row.organisation }, work);
      return made;
    });
  }

  async edit(id: string, edit: ResourceEdit, call: Call): Promise<ResourceEntity> {
    await this.nodes.hold(bindingsOf(edit), actingOrganisation(call.caller));
    if (edit.contributors && edit.contributors.length > 0) {
      const { contributors, proposed } = await this.store.one(ResourceEntity, id, call, ResourceNotFound);
      await this.holdToContributors(edit.contributors, [...contributors, ...proposed.contributors]);
    }
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      row.mayBeEdited();
      const { usage, ...described } = edit;
      const before = row.proposed;
      row.proposed = { ...before, ...described, usage: { ...before.usage, ...usage } };
      return work.update(row, resourceFacts.edited);
    });
  }

  private holdToContributors(given: readonly Contributor[], before: readonly Contributor[] = []): Promise<void> {
    return holdToContributors(given, before, (person) => this.posts.of(person));
  }

  dropRevision(id: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      row.mayBeEdited();
      if (!row.revision) throw refuse(ResourceNoRevision);
      row.revision = null;
      await takeFilesBack(row, this.clock.now(), work);
      return work.update(row, resourceFacts.edited);
    });
  }

  discard(id: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      if (row.status !== 'draft') throw refuse(ResourceLocked, { state: row.status });
      await work.remove(row, resourceFacts.discarded);
    });
  }
}

/** The resource the call addresses, which must be the caller's own. */
export async function ownResource(work: Work, id: string, { caller }: Call): Promise<ResourceEntity> {
  const row = await work.target(ResourceEntity, id, ResourceNotFound);
  if (row.author !== caller.subject) throw refuse(ResourceNotYours);
  return row;
}

/** The nodes of the curriculum it names; the words beside them stay the author's. */
const bindingsOf = ({ chapterId, pointIds = [], competencyIds = [] }: Partial<ResourceInput> | ResourceEdit): Bindings => ({
  chapter: chapterId ? [chapterId] : [],
  point: pointIds,
  competency: competencyIds,
});

const nothingSaid = {
  ...{ edition: null, volume: null, chapter: null, chapterId: null, description: null },
  ...{ rightsHolder: null, validUntil: null, sourceNote: null, sourceUrl: null },
} satisfies Partial<ResourceContent>;

/** What an author’s words become in the catalogue: what is not said is nothing. */
export function contentOf({ usage, ...said }: ResourceInput): ResourceContent {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Omit<ResourceContent, 'usage'>;
  return { ...nothingSaid, ...given, usage: { method: usage.method ?? null, scene: usage.scene ?? null, example: usage.example ?? null } };
}
