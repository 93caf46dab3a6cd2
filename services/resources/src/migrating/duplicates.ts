import type { ResourceInput } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { searchable } from '../catalogue/searchable.js';
import { titleSign } from '../catalogue/titles.js';
import type { ReadyFile } from './readying-files.js';

/** What a row repeats: a resource that is here, or an earlier row. */
export interface Repeated {
  readonly by: 'content' | 'title';
  readonly existing: string | null;
  readonly sameAsLine: number | null;
}

/** A row that was left because of that. */
export interface Duplicate extends Repeated {
  readonly file: string;
  readonly line: number;
  readonly idThere: string;
}

interface About {
  readonly content: ResourceInput;
  readonly organisation: string;
  readonly files: readonly ReadyFile[];
}

/** Finds what is here already, by its main file or by its title: only what whoever brings it may read. */
export class Repeats {
  /** Rows of this list that have gone in, by what tells them; the resource is unknown where nothing is written. */
  private readonly met = new Map<string, { readonly line: number; readonly resource: string | null }>();

  constructor(
    private readonly tier: string,
    private readonly titlesToo: boolean,
  ) {}

  /** Waits until whoever is just bringing or registering the same has done so: what they wrote is found then. */
  async awaitOthers(all: readonly About[], work: Work): Promise<void> {
    const signs = all.flatMap((about) => this.signsOf(about).map(([by, sign]) => `${by} ${sign}`));
    // In one order, so that two who bring the same in another order do not wait for each other.
    await work.query(
      `select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended(sign, 0) as key from unnest($1::text[]) as s (sign) order by key offset 0) as keys`,
      [signs],
    );
  }

  async of(about: About, work: Work): Promise<Repeated | undefined> {
    for (const [by, sign] of this.signsOf(about)) {
      const earlier = this.met.get(sign);
      if (earlier) return { by, existing: earlier.resource, sameAsLine: earlier.line };
    }
    const main = about.files.find(({ purpose }) => purpose === 'main');
    const byContent = main && (await this.withContent(main.content, work));
    if (byContent) return { by: 'content', existing: byContent, sameAsLine: null };
    const byTitle = this.titlesToo ? await this.withTitle(about, work) : undefined;
    return byTitle === undefined ? undefined : { by: 'title', existing: byTitle, sameAsLine: null };
  }

  /** A step that fails begins the whole run anew, and with it this. */
  remember(about: About, line: number, resource: string | null): void {
    for (const [, sign] of this.signsOf(about)) this.met.set(sign, { line, resource });
  }

  private signsOf({ content, organisation, files }: About): ['content' | 'title', string][] {
    const main = files.find(({ purpose }) => purpose === 'main');
    const signs: ['content' | 'title', string][] = main ? [['content', main.content]] : [];
    return this.titlesToo ? [...signs, ['title', titleSign(organisation, content)]] : signs;
  }

  private async withContent(content: string, work: Work): Promise<string | undefined> {
    const [found] = await work.query<{ id: string }>(
      `select r.id from resource_file f join resource r on r.id = f.resource join organisation tier on tier.id = $2
       where f.content = $1 and f.purpose = 'main' and f.removed_in is null
         and (exists (select 1 from organisation o where o.id = r.organisation and o.path <@ tier.path)
           or exists (select 1 from organisation o where o.id = any(r.shared_by) and tier.path <@ o.path))
       order by r.id limit 1`,
      [content, this.tier],
    );
    return found?.id;
  }

  private async withTitle({ content, organisation }: About, work: Work): Promise<string | undefined> {
    const [found] = await work.query<{ id: string }>(
      `select id from resource where organisation = $1 and subject = $2 and stage = $3 and title_key(search_text) = title_key($4) order by id limit 1`,
      [organisation, content.subject, content.stage, searchable([content.title])],
    );
    return found?.id;
  }
}

/** Writes down which rows of a job were left. */
export async function noteDuplicates(job: string, duplicates: readonly Duplicate[], work: Work): Promise<void> {
  if (duplicates.length === 0) return;
  await work.query(
    `insert into migration_duplicate (job, file, line, id_there, by, existing, same_as_line)
     select $1, d.* from jsonb_to_recordset($2::jsonb) as d(file text, line int, "idThere" text, by text, existing uuid, "sameAsLine" int)
     on conflict do nothing`,
    [job, JSON.stringify(duplicates)],
  );
}
