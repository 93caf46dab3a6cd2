import {
  assertThat,
  CLOCK,
  mostFilesOfResource,
  refuse,
  resourceFacts,
  resourceFileFacts,
  ResourceFileNotFound,
  ResourceFilesTooMany,
  ResourceNotFound,
  type Call,
  type Clock,
  type FilePurpose,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { endingAs, LINKS, type Links } from '@lianxue/files';
import { askingOf, newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownResource } from '../catalogue/cataloguing.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { heldFiles, type HeldFile } from './held-files.js';
import { ResourceFile } from './resource-file.entity.js';
import { publishedRounds, wentOutWith } from './rounds-of-files.js';
import { SentFiles, type SeenFile } from './sent-files.js';
import { Transcodings } from './transcodings.js';

/** Which files a resource has: given to it, taken away, listed round by round, handed out. */
@Injectable()
export class Holding {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SentFiles) private readonly sent: SentFiles,
    @Inject(Transcodings) private readonly transcodings: Transcodings,
    @Inject(LINKS) private readonly links: Links,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add({ resourceId, file, purpose, name }: InputOf<typeof resources.addFile>, call: Call): Promise<HeldFile> {
    const sent = await this.sent.of(file, call.caller);
    this.sent.assertFits(sent, purpose);
    const id = newId();
    return this.store.commit(call, async (work) => {
      const resource = await ownResource(work, resourceId, call);
      resource.mayBeEdited();
      const [{ held } = { held: 0 }] = await work.query<{ held: number }>(
        'select count(*)::int as held from resource_file where resource = $1 and removed_in is null',
        [resource.id],
      );
      assertThat(held < mostFilesOfResource, ResourceFilesTooMany, { most: mostFilesOfResource });
      const row = await this.give(work, sent, { id, resource, purpose, name: name ?? sent.name });
      resource.hasOtherFiles();
      await work.update(resource, resourceFacts.edited);
      return { row, transcoding: await this.transcodings.order(row, work) };
    });
  }

  remove({ resourceId, fileId }: InputOf<typeof resources.removeFile>, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const resource = await ownResource(work, resourceId, call);
      resource.mayBeEdited();
      const going = await work.all(
        ResourceFile,
        sql`t.resource = ${resource.id} and t.removed_in is null and (t.id = ${fileId}::uuid or t.of = ${fileId}::uuid)`,
      );
      assertThat(
        going.some(({ id, of }) => id === fileId && of === null),
        ResourceFileNotFound,
      );
      for (const row of going) {
        row.removedIn = resource.round + 1;
        row.removedAt = this.clock.now();
        await work.update(row, resourceFileFacts.removed);
      }
      resource.hasOtherFiles();
      await work.update(resource, resourceFacts.edited);
    });
  }

  /** Those it has now, for who manages it, those it was published with, for readers; or those that went out with a round of review. */
  async list({ resourceId, round }: InputOf<typeof resources.files>, call: Call): Promise<HeldFile[]> {
    const resource = await this.store.one(ResourceEntity, resourceId, call, ResourceNotFound);
    if (round !== undefined && !(await this.mayRead(resource, round, call))) throw refuse(ResourceNotFound);
    const shown = round ?? (await this.shownRound(resource, call));
    const asOf = shown === undefined ? sql`f.removed_in is null` : wentOutWith(shown);
    return heldFiles(sql`f.resource = ${resource.id} and ${asOf}`, this.store);
  }

  /** Where the bytes of a file are for the next minutes. */
  async link({ resourceId, fileId }: InputOf<typeof resources.fileLink>, call: Call) {
    // Taken before looking: what is taken down meanwhile ends this link as well.
    const now = this.clock.now();
    const resource = await this.store.one(ResourceEntity, resourceId, call, ResourceNotFound);
    const [held] = await heldFiles(sql`f.resource = ${resource.id} and f.id = ${fileId}::uuid`, this.store);
    if (!held || !(await this.isReadable(held.row, resource, call))) throw refuse(ResourceFileNotFound);
    return this.linkTo(held.row, now, call);
  }

  /** A link to a file that the caller was found to read at this moment. */
  linkTo({ id, resource, seen }: ResourceFile, now: Date, call: Call): Promise<ReturnType<Links['to']>> {
    return this.store.commit(call, async (work) => {
      work.note('resource_file.linked', id, { resource });
      return this.links.to(id, now, seen);
    });
  }

  /** Gives what was sent to a resource, within a commit of whoever decided that. */
  async give(
    work: Work,
    sent: SeenFile,
    { id, resource, purpose, name, of }: { id: string; resource: ResourceEntity; purpose: FilePurpose; name: string; of?: ResourceFile },
  ): Promise<ResourceFile> {
    const kept = await this.sent.keep(sent, id, endingAs(name, sent.content.kind));
    const row = Object.assign(new ResourceFile(), {
      ...{ id, organisation: resource.organisation, resource: resource.id, content: kept.sha256, name: kept.name },
      ...{ mediaType: sent.content.mediaType, bytes: kept.size, purpose, seen: sent.content, of: of?.id ?? null },
      // What a transcoder brings belongs to the round of what it was made of.
      addedIn: of?.addedIn ?? resource.round + 1,
    });
    return work.insert(row, resourceFileFacts.added);
  }

  private async isReadable(row: ResourceFile, resource: ResourceEntity, call: Call): Promise<boolean> {
    if (await this.store.reaches(resource.organisation, call)) return true;
    const published = await this.publishedRounds(resource);
    return published.some((round) => row.addedIn <= round && (row.removedIn === null || row.removedIn > round));
  }

  /** The round of review whose files a reader is shown; undefined for who manages it, and is shown what it has now. */
  private async shownRound(resource: ResourceEntity, call: Call): Promise<number | undefined> {
    if (await this.store.reaches(resource.organisation, call)) return undefined;
    return (await this.publishedRounds(resource))[0] ?? 0;
  }

  private publishedRounds({ id }: ResourceEntity): Promise<number[]> {
    return publishedRounds(id, askingOf(this.store));
  }

  /** Who manages a resource reads every round; everybody else those that were published. */
  private async mayRead(resource: ResourceEntity, round: number, call: Call): Promise<boolean> {
    if (await this.store.reaches(resource.organisation, call)) return true;
    return (await this.publishedRounds(resource)).includes(round);
  }
}
