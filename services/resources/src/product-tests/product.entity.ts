import type { ProductFact, ProductVersion } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 产品: something schools could buy; those below who registered it may read it. */
@Entity('product')
export class Product extends Aggregate<ProductFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ProductFact['kind'];

  @Column('uuid')
  vendor!: string;

  @Column('jsonb')
  versions: ProductVersion[] = [];

  override fact(): ProductFact {
    const { id, organisation, name, kind, vendor, versions } = this;
    return { id, organisation, name, kind, vendor, versions };
  }
}
