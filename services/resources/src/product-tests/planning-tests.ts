import { isDeepStrictEqual } from 'node:util';
import {
  productFacts,
  ProductNotFound,
  productTestFacts,
  ProductTestVersionUnknown,
  ProductVendorUnknown,
  ProductVersionTaken,
  refuse,
  type Call,
  type InputOf,
  type resources,
  type TestedVersion,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ProductTest } from './product-test.entity.js';
import { Product } from './product.entity.js';

type Plan = InputOf<typeof resources.planProductTest>;

/** Which products there are, and which of their versions are held against each other. */
@Injectable()
export class PlanningTests {
  constructor(@Inject(Store) private readonly store: Store) {}

  register({ id = newId(), vendor, ...content }: InputOf<typeof resources.registerProduct>, call: Call): Promise<Product> {
    return this.store.commit(call, async (work) => {
      const [known] = await work.query<{ id: string }>(`select id from organisation where id = $1 and kind = 'vendor'`, [vendor]);
      if (!known) throw refuse(ProductVendorUnknown);
      const { organisation } = call.caller;
      const product = Object.assign(new Product(), { id, organisation, vendor: known.id, ...content });
      const said = ({ name, kind, vendor: by }: Product) => ({ name, kind, by });
      return work.insert(product, productFacts.registered, (existing) => isDeepStrictEqual(said(existing), said(product)));
    });
  }

  addVersion({ productId, label, released }: InputOf<typeof resources.addProductVersion>, call: Call): Promise<Product> {
    return this.store.commit(call, async (work) => {
      const product = await work.target(Product, productId, ProductNotFound);
      if (product.versions.some((version) => version.label === label)) throw refuse(ProductVersionTaken);
      product.versions = [...product.versions, { id: newId(), label, released }];
      return work.update(product, productFacts.versioned);
    });
  }

  async plan({ id = newId(), versions, ...plan }: Plan, call: Call): Promise<ProductTest> {
    const tested = await this.tested(versions, call);
    return this.store.commit(call, async (work) => {
      const test = Object.assign(new ProductTest(), { id, organisation: call.caller.organisation, ...plan, versions: tested });
      const said = ({ name, method, criteria, least, replyDays, versions: of }: ProductTest) => ({
        name,
        method,
        criteria,
        least,
        replyDays,
        of,
      });
      return work.insert(test, productTestFacts.planned, (existing) => isDeepStrictEqual(said(existing), said(test)));
    });
  }

  /** The versions with their names, all of products the caller meets. */
  private async tested(versions: Plan['versions'], call: Call): Promise<TestedVersion[]> {
    const reach = await this.store.reachOf(Product, call);
    const rows = await this.store.read<TestedVersion>(
      sql`select t.id as product, v.id as version, t.vendor, t.name, v.label
          from product t cross join lateral jsonb_to_recordset(t.versions) v(id uuid, label text)
          where t.id = any(${versions.map(({ product }) => product)}::uuid[]) and ${reach}`,
    );
    const known = new Map(rows.map((row) => [`${row.product} ${row.version}`, row]));
    const key = ({ product, version }: Plan['versions'][number]) => `${product} ${version}`.toLowerCase();
    const unknown = versions.filter((version) => !known.has(key(version)));
    if (unknown.length > 0)
      throw refuse(ProductTestVersionUnknown, { count: unknown.length, versions: unknown.map(({ version }) => version) });
    return versions.map((version) => known.get(key(version))!);
  }
}
