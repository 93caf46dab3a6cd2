import type { SubPlatformFact, SubPlatformState, SwitchableService } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof SubPlatformFact>;

/** A virtual sub-platform 虚拟子平台: how the platform looks, is addressed and what it offers for one authority and all below it. */
@Entity('sub_platform')
export class SubPlatform extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { public: `t.state = 'open'` };

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn!: string | null;

  @Column('text', { name: 'short_name', nullable: true })
  shortName!: string | null;

  @Column('text')
  slug!: string;

  @Column('text', { nullable: true })
  host!: string | null;

  @Column('text')
  language!: Fact['language'];

  @Column('text', { nullable: true })
  colour!: string | null;

  /** Digest of the picture. */
  @Column('text', { nullable: true })
  logo: string | null = null;

  @Column('text', { array: true })
  services!: SwitchableService[];

  @Column('text')
  state: SubPlatformState = 'open';

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null = null;

  fact(): Fact {
    const { id, version, organisation, name, nameEn, shortName, slug, host, language, colour, logo, services, state } = this;
    return { id, version, organisation, name, nameEn, shortName, slug, host, language, colour, logo, services, state };
  }
}
