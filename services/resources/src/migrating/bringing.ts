import { isDeepStrictEqual } from 'node:util';
import {
  missingFields,
  Refusal,
  resourceFacts,
  resourceFileFacts,
  type MigrationTerms,
  type ResourceContent,
  type ResourceInput,
  type ReviewRule,
} from '@lianxue/contracts';
import { Counting, newId, sql, type Work } from '@lianxue/persistence';
import { contentOf } from '../catalogue/cataloguing.js';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import type { Holding } from '../files/holding.js';
import { ResourceFile } from '../files/resource-file.entity.js';
import type { Transcodings } from '../files/transcodings.js';
import { publishAtOnce } from '../review/publishing-at-once.js';
import type { Brought } from './brought.js';
import type { Duplicate, Repeats } from './duplicates.js';
import { belonging, edited } from './edits.js';
import type { Meanings } from './meant-organisations.js';
import type { BroughtFile, ReadyFile } from './readying-files.js';
import { WrongRow, type RowErrorCode } from './row-errors.js';

const counted = ['resources', 'files', 'duplicates'] as const;
export type CountedHere = (typeof counted)[number];
export class MigrationTally extends Counting<CountedHere, RowErrorCode> {
  constructor() {
    super(counted);
  }
}

/** A row whose organisation is found and whose files are there. */
export interface ReadyRow {
  readonly row: Brought;
  readonly organisation: string;
  readonly files: readonly ReadyFile[];
}

/** What was brought before under an id of the other platform. */
export interface Known {
  readonly id: string;
  readonly resource: string | null;
  readonly address: string | null;
  readonly said: ResourceInput;
  readonly files: readonly (BroughtFile & { readonly id: string })[];
  readonly gone: boolean;
}

/** Who among the tier’s reviewers was named for what. */
export interface Naming {
  readonly person: string;
  readonly stages: readonly string[];
  readonly subjects: readonly string[];
}

/** Where rows are brought in, and by whom. */
export interface Into {
  readonly job: string;
  /** The organisation that brings them: its tier shows what is published at once. */
  readonly tier: string;
  readonly by: string;
  readonly keeper: string;
  /** To which organisation belongs what says nothing else, and where its keeper works. */
  readonly home: string;
  readonly keptAt: readonly string[];
  readonly platform: string;
  /** The source they were harvested from. */
  readonly source: string | null;
  readonly terms: MigrationTerms;
  readonly rule: ReviewRule;
  readonly named: readonly Naming[];
  readonly repeats: Repeats;
  readonly meanings: Meanings;
  readonly dryRun: boolean;
  readonly now: Date;
}

/** Brings rows together with what is here, in one transaction. What can stand in a row’s way is looked at before anything of it is written. */
export class Bringing {
  readonly tally = new MigrationTally();
  readonly duplicates: Duplicate[] = [];

  constructor(
    private readonly into: Into,
    private readonly holding: Holding,
    private readonly transcodings: Transcodings,
    private readonly work: Work,
  ) {}

  async bring(ready: ReadyRow, known: Known | undefined): Promise<void> {
    try {
      if (known) await this.change(ready, known);
      else await this.add(ready);
    } catch (error) {
      if (!(error instanceof WrongRow)) throw error;
      this.tally.wrong(ready.row, error.field, error.code);
    }
  }

  private async add(ready: ReadyRow): Promise<void> {
    const { row, organisation, files } = ready;
    const { repeats, keeper, tier, terms, platform, job } = this.into;
    const repeated = await repeats.of({ content: row.content, organisation, files }, this.work);
    if (repeated) {
      const { file, line, idThere } = row;
      this.duplicates.push({ file, line, idThere, ...repeated });
      return this.tally.count('duplicates', 'unchanged');
    }
    const content = contentOf(belonging(row.content, organisation));
    if (terms.enter === 'published') this.holdToPublishing(content, row);
    const resource = Object.assign(new ResourceEntity(), { id: newId(), organisation, author: keeper });
    resource.content = content;
    await this.work.insert(resource, resourceFacts.registered);
    await remember(
      resource,
      'imported',
      { organisation: tier, details: { platform, idThere: row.idThere, address: row.address, job } },
      this.work,
    );
    const given = await this.give(resource, files);
    if (terms.enter === 'published') await this.publish(resource);
    await this.work.query(
      `insert into migrated_resource (id, organisation, platform, id_there, address, source, resource, job, brought_by, brought_at, said, files)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[newId(), tier, platform, row.idThere, row.address, this.into.source, resource.id, job, this.into.by],
        ...[this.into.now, JSON.stringify(row.content), JSON.stringify(given)],
      ],
    );
    repeats.remember({ content: row.content, organisation, files }, row.line, this.into.dryRun ? null : resource.id);
    this.tally.count('resources', 'added');
  }

  private async change({ row, organisation, files: ready }: ReadyRow, known: Known): Promise<void> {
    // Another migration may have brought them since they were made ready.
    const files = ready.map((file) =>
      known.files.some((one) => isSameFile(one, file)) ? { ...file, isNew: false, file: undefined } : file,
    );
    const isSame = isDeepStrictEqual(known.said, JSON.parse(JSON.stringify(row.content))) && files.every(({ isNew }) => !isNew);
    // What was discarded here is not brought a second time.
    if ((isSame && !known.gone && known.address === row.address) || known.resource === null)
      return this.tally.count('resources', 'unchanged');
    const [resource] = await this.work.all(ResourceEntity, sql`t.id = ${known.resource}`, 1);
    const now = edited(resource!.proposed, known.said, row.content, resource!.organisation);
    const fresh = files.filter(({ isNew }) => isNew);
    const changes = !isDeepStrictEqual(now, resource!.proposed) || fresh.length > 0;
    const kept = changes ? await this.rewrite(resource!, now, { row, organisation, files }, known) : known.files;
    await this.work.query(
      `update migrated_resource set said = $2, files = $3, address = $4, gone_at = null, taken_down_at = null, changed_at = case when $5 then $6 else changed_at end where id = $1`,
      [known.id, JSON.stringify(row.content), JSON.stringify(kept), row.address, changes, this.into.now],
    );
    this.tally.count('resources', changes ? 'changed' : 'unchanged');
  }

  private async rewrite(resource: ResourceEntity, now: ResourceContent, { row, files }: ReadyRow, known: Known): Promise<Known['files']> {
    try {
      resource.mayBeEdited();
    } catch (error) {
      if (error instanceof Refusal) throw new WrongRow(row.headingOf('idThere'), 'resource.locked');
      throw error;
    }
    const { tier, terms, platform, job } = this.into;
    const shows = terms.enter === 'published' && resource.sharedBy.includes(tier) && resource.reviewState === 'none';
    // A higher tier shows it as well: a new release would be its own, and is for its reviewers.
    const releases = shows && (await this.isHighest(resource));
    if (releases) this.holdToPublishing(now, row);
    resource.proposed = now;
    const kept = await this.exchange(resource, files, known);
    await this.work.update(resource, resourceFacts.edited);
    await remember(resource, 'imported', { organisation: tier, details: { platform, idThere: row.idThere, job, again: true } }, this.work);
    if (releases) await this.publish(resource);
    return kept;
  }

  /** Shown by the tier at once, as its reviewer says. Credits are for what is reviewed here. */
  private async publish(resource: ResourceEntity): Promise<void> {
    const { rule, now, tier, terms } = this.into;
    await publishAtOnce(resource, rule, { now, reason: terms.reason ?? null }, this.work);
    await remember(resource, 'published', { organisation: tier, details: { withoutReview: true } }, this.work);
  }

  private holdToPublishing(content: ResourceContent, row: Brought): void {
    if (missingFields(content).length > 0) throw new WrongRow(row.headingOf('method'), 'usage.missing');
    const covering = this.into.named.filter(
      ({ stages, subjects }) =>
        (stages.length === 0 || stages.includes(content.stage)) && (subjects.length === 0 || subjects.includes(content.subject)),
    );
    if (covering.length > 0 && !covering.some(({ person }) => person === this.into.by))
      throw new WrongRow(row.headingOf('title'), 'review.not_named');
  }

  private async isHighest({ sharedBy }: ResourceEntity): Promise<boolean> {
    const above = await this.work.query(
      `select 1 from organisation o join organisation tier on tier.id = $1 where o.id = any($2::uuid[]) and o.id <> $1 and tier.path <@ o.path limit 1`,
      [this.into.tier, sharedBy],
    );
    return above.length === 0;
  }

  private async give(resource: ResourceEntity, files: readonly ReadyFile[]): Promise<Known['files']> {
    const given: Known['files'][number][] = [];
    for (const { file, isNew, ...brought } of files) {
      const id = newId();
      given.push({ ...brought, id });
      if (isNew) this.tally.count('files', 'added');
      if (!file) continue;
      const held = await this.holding.give(this.work, file, { id, resource, purpose: brought.purpose, name: file.name });
      await this.transcodings.order(held, this.work);
    }
    return given;
  }

  /** New files in the place of those of the same use; rows that name none leave them alone. */
  private async exchange(resource: ResourceEntity, files: readonly ReadyFile[], known: Known): Promise<Known['files']> {
    const fresh = files.filter(({ isNew }) => isNew);
    if (fresh.length === 0) return known.files;
    const stays = (one: BroughtFile) =>
      !files.some(({ purpose }) => purpose === one.purpose) ||
      files.some(({ isNew, sent, purpose }) => !isNew && sent === one.sent && purpose === one.purpose);
    const going = known.files.filter((one) => !stays(one));
    for (const held of await this.work.all(ResourceFile, sql`t.id = any(${going.map(({ id }) => id)}::uuid[]) and t.removed_in is null`)) {
      Object.assign(held, { removedIn: resource.round + 1, removedAt: this.into.now });
      await this.work.update(held, resourceFileFacts.removed);
    }
    return [...known.files.filter(stays), ...(await this.give(resource, fresh))];
  }
}

const isSameFile = (one: BroughtFile, other: BroughtFile): boolean =>
  one.purpose === other.purpose && one.named === other.named && one.sent === other.sent;
