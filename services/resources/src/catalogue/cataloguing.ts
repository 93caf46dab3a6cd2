import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  refuse,
  resourceFacts,
  ResourceLocked,
  ResourceNotFound,
  ResourceNotYours,
  type Call,
  type ResourceContent,
  type ResourceEdit,
  type ResourceInput,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { ResourceEntity } from './resource.entity.js';

/** Authors keep their resources: they register, edit and discard them. */
@Injectable()
export class Cataloguing {
  constructor(@Inject(Store) private readonly store: Store) {}

  register({ id, ...input }: ResourceInput & { id?: string | undefined }, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, (work) => {
      const row = new ResourceEntity();
      if (id) row.id = id;
      row.organisation = actingOrganisation(call.caller);
      row.author = call.caller.subject;
      row.content = contentOf(input);
      return work.insert(
        row,
        resourceFacts.registered,
        (existing) => existing.author === row.author && isDeepStrictEqual(existing.content, row.content),
      );
    });
  }

  edit(id: string, edit: ResourceEdit, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      row.mayBeEdited();
      const { usage, ...described } = edit;
      const before = row.content;
      row.content = { ...before, ...described, usage: { ...before.usage, ...usage } };
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

function contentOf({ edition, volume, chapter, description, usage, ...rest }: ResourceInput): ResourceContent {
  return {
    ...rest,
    edition: edition ?? null,
    volume: volume ?? null,
    chapter: chapter ?? null,
    description: description ?? null,
    usage: { method: usage.method ?? null, scene: usage.scene ?? null, example: usage.example ?? null },
  };
}
