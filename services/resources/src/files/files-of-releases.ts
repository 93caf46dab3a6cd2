import {
  CLOCK,
  refuse,
  ReleaseNotFound,
  ResourceFileNotFound,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import type { Links } from '@lianxue/files';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ResourceReleaseEntity } from '../releases/resource-release.entity.js';
import { heldFiles, type HeldFile } from './held-files.js';
import { Holding } from './holding.js';
import { wentOutWith } from './rounds-of-files.js';

/** The files that a release went out with, for whoever reads the release: also when its resource is withdrawn, not when it is taken down. */
@Injectable()
export class FilesOfReleases {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Holding) private readonly holding: Holding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ resourceId, number }: InputOf<typeof resources.releaseFiles>, call: Call): Promise<HeldFile[]> {
    return heldFiles(await this.filesOf(resourceId, number, call), this.store);
  }

  async link({ resourceId, number, fileId }: InputOf<typeof resources.releaseFileLink>, call: Call): Promise<ReturnType<Links['to']>> {
    // Taken before looking: what is taken down meanwhile ends this link as well.
    const now = this.clock.now();
    const went = await this.filesOf(resourceId, number, call);
    const [held] = await heldFiles(sql`${went} and f.id = ${fileId}::uuid`, this.store);
    if (!held) throw refuse(ResourceFileNotFound);
    return this.holding.linkTo(held.row, now, call);
  }

  private async filesOf(resource: string, number: number, call: Call): Promise<Sql> {
    const reach = await this.store.reachOf(ResourceReleaseEntity, call);
    const [release] = await this.store.read<{ round: number }>(
      sql`select t.round from resource_release t where t.resource = ${resource} and t.number = ${number} and ${reach}`,
    );
    if (!release) throw refuse(ReleaseNotFound);
    return sql`f.resource = ${resource} and ${wentOutWith(release.round)}`;
  }
}
