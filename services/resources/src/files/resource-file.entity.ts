import type { FileContent, FilePurpose, ResourceFileFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** A file of a resource 资源文件; its bytes lie in the store under its id. */
@Entity('resource_file')
export class ResourceFile extends Aggregate<ResourceFileFact> {
  @Column('uuid')
  resource!: string;

  /** SHA-256 of what is kept. */
  @Column('text')
  content!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('bigint', { transformer: { from: Number, to: String } })
  bytes!: number;

  @Column('text')
  purpose!: FilePurpose;

  /** What it was seen to be when it came. */
  @Column('jsonb')
  seen!: FileContent;

  /** The file a rendition was made of. */
  @Column('uuid', { nullable: true })
  of: string | null = null;

  /** The round of review with which it goes out first. */
  @Column('int', { name: 'added_in' })
  addedIn!: number;

  /** The first round with which it no longer goes out. */
  @Column('int', { name: 'removed_in', nullable: true })
  removedIn: number | null = null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null = null;

  /** Kept for good in the store; until then what was begun and never committed is forgotten there by itself. */
  @Column('boolean')
  settled = false;

  /** Its resource was taken down: the links that were given to it end with the next round. */
  @Column('boolean', { name: 'links_end' })
  linksEnd = false;

  fact(): ResourceFileFact {
    const { id, version, organisation, resource, purpose, seen, bytes, content, of } = this;
    const removed = this.removedAt !== null;
    return { id, version, organisation, resource, purpose, family: seen.family, content: seen, size: bytes, sha256: content, of, removed };
  }
}
