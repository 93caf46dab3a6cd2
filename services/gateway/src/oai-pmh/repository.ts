import {
  harvestSetSpec,
  resources,
  resourceTypes,
  stages,
  subjects,
  takenDownSet,
  type HarvestRecord,
  type InputOf,
  type OutputOf,
} from '@lianxue/contracts';
import type { Asking } from '../facades/owner-calls.js';
import { identifierOf, idIn, noSuchRecord, setOf, spanOf, type Asked } from './asked.js';
import { answered } from './document.js';
import { dublinCore } from './dublin-core.js';
import type { MetadataFormat } from './formats.js';
import { learningObject } from './learning-object.js';
import { OaiError } from './oai-error.js';
import { readSetsWalk, readWalk, walkEnd, writeToken, type Walk } from './token.js';
import { element, inSeconds, type Xml } from './xml.js';

type Harvest = OutputOf<typeof resources.harvest>;
type Outline = OutputOf<typeof resources.harvestOutline>;

const formats: readonly MetadataFormat[] = [dublinCore, learningObject];

/** Records of one page: with their metadata they are larger. */
const atOnce = { ListRecords: 200, ListIdentifiers: 500 } as const;
const setsAtOnce = 400;

/** Where a harvester asks, and what it is told there. */
export interface Place {
  readonly baseUrl: string;
  readonly name: string;
  readonly adminEmail: string;
  /** The platform’s public origin. */
  readonly origin: string;
}

/** One request to the repository, answered. */
export class Repository {
  constructor(
    private readonly place: Place,
    private readonly asking: Asking['ask'],
    private readonly now: Date,
  ) {}

  async answer(asked: Asked): Promise<string> {
    const { at = this.now, content } = await this.contentOf(asked);
    return answered({ at, baseUrl: this.place.baseUrl, asked }, content);
  }

  private async contentOf(asked: Asked): Promise<{ at?: string; content: readonly Xml[] }> {
    switch (asked.verb) {
      case 'Identify':
        return { content: await this.identify() };
      case 'ListMetadataFormats':
        return { content: await this.formats(asked) };
      case 'ListSets':
        return { content: await this.sets(asked) };
      case 'GetRecord':
        return { content: [await this.record(asked)] };
      case 'ListIdentifiers':
      case 'ListRecords':
        return this.list(asked, asked.verb);
    }
  }

  private async identify(): Promise<Xml[]> {
    const { baseUrl, name, adminEmail } = this.place;
    const { earliest } = await this.outline({ limit: 0 });
    return [
      element('repositoryName', name),
      element('baseURL', baseUrl),
      element('protocolVersion', '2.0'),
      element('adminEmail', adminEmail),
      element('earliestDatestamp', inSeconds(earliest)),
      element('deletedRecord', 'persistent'),
      element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    ];
  }

  private async formats({ identifier }: Asked): Promise<Xml[]> {
    if (identifier !== undefined) await this.one(identifier);
    return formats.map(({ prefix, schema, namespace }) =>
      element('metadataFormat', [element('metadataPrefix', prefix), element('schema', schema), element('metadataNamespace', namespace)]),
    );
  }

  private async sets({ resumptionToken }: Asked): Promise<Xml[]> {
    const walk = resumptionToken === undefined ? undefined : readSetsWalk(resumptionToken, this.now);
    const { organisations, last } = await this.outline({ limit: setsAtOnce, ...(walk && { after: walk.after }) });
    const sets = [
      ...(walk ? [] : wordSets),
      ...organisations.map(({ id, name }) => ({ spec: harvestSetSpec({ by: 'organisation', value: id }), name })),
    ];
    const cursor = walk?.cursor ?? 0;
    const until = walk?.until ?? walkEnd(this.now);
    const next = last === null ? undefined : writeToken({ verb: 'ListSets', until, cursor: cursor + sets.length, after: last });
    return [
      ...sets.map(({ spec, name }) => element('set', [element('setSpec', spec), element('setName', name)])),
      ...tokenOf(next, { cursor, until, resumed: walk !== undefined }),
    ];
  }

  private async record({ identifier, metadataPrefix }: Asked): Promise<Xml> {
    const format = formatOf(metadataPrefix!);
    return this.written(await this.one(identifier!), format);
  }

  private async list(asked: Asked, verb: Walk['verb']): Promise<{ at: string; content: Xml[] }> {
    const walk = asked.resumptionToken === undefined ? undefined : readWalk(asked.resumptionToken, verb, this.now);
    const metadataPrefix = walk?.metadataPrefix ?? asked.metadataPrefix!;
    const format = formatOf(metadataPrefix);
    const span = walk ?? { ...spanOf(asked), ...(asked.set !== undefined && { set: setOf(asked.set) }) };
    const { set, from, before } = span as Pick<Walk, 'set' | 'from' | 'before'>;
    const narrowed = { ...(set && { set }), ...(from !== undefined && { from }), ...(before !== undefined && { before }) };
    const part = await this.harvest({
      ...narrowed,
      ...(walk && { after: walk.after, asOf: walk.asOf }),
      ...{ counted: !walk, limit: atOnce[verb] },
    });
    if (part.records.length === 0)
      throw walk
        ? new OaiError('badResumptionToken', 'Nothing is left of this list; begin anew')
        : new OaiError('noRecordsMatch', 'No record fits');
    const found = walk ?? { until: walkEnd(this.now), cursor: 0, asOf: part.asOf, settled: part.settled, size: part.size! };
    const { until, cursor, asOf, settled, size } = found;
    const next =
      part.last &&
      writeToken({ verb, metadataPrefix, ...narrowed, until, asOf, settled, size, after: part.last, cursor: cursor + part.records.length });
    const rows = part.records.map((record) => (verb === 'ListRecords' ? this.written(record, format) : header(record)));
    return { at: settled, content: [...rows, ...tokenOf(next ?? undefined, { cursor, size, until, resumed: walk !== undefined })] };
  }

  private written(record: HarvestRecord, format: MetadataFormat): Xml {
    const { id, content } = record;
    const address = `${this.place.origin}/api/v1/resources/${id}`;
    return element('record', [header(record), content && element('metadata', format.write(id, content, address))]);
  }

  private async one(identifier: string): Promise<HarvestRecord> {
    const { records } = await this.harvest({ id: idIn(identifier), counted: false, limit: 1 });
    if (!records[0]) throw noSuchRecord();
    return records[0];
  }

  private harvest(query: InputOf<typeof resources.harvest>): Promise<Harvest> {
    return this.asking<Harvest>(query);
  }

  private outline(query: InputOf<typeof resources.harvestOutline>): Promise<Outline> {
    return this.asking<Outline>(query, resources.harvestOutline);
  }
}

const wordsOf = (by: 'stage' | 'subject' | 'type', table: Readonly<Record<string, { zh: string; en: string }>>) =>
  Object.entries(table).map(([value, { zh, en }]) => ({ spec: `${by}.${value}`, name: `${zh} ${en}` }));

/** The sets that are there from the first day. */
const wordSets = [
  ...wordsOf('stage', stages),
  ...wordsOf('subject', subjects),
  ...wordsOf('type', resourceTypes),
  { spec: harvestSetSpec(takenDownSet), name: '紧急下架 Taken down' },
];

const header = ({ id, at, sets, content }: HarvestRecord): Xml =>
  element(
    'header',
    [
      element('identifier', identifierOf(id)),
      element('datestamp', inSeconds(at)),
      sets.map((set) => element('setSpec', harvestSetSpec(set))),
    ],
    { status: content === null ? 'deleted' : undefined },
  );

function formatOf(prefix: string): MetadataFormat {
  const format = formats.find((each) => each.prefix === prefix);
  if (!format) throw new OaiError('cannotDisseminateFormat', `There are ${formats.map((each) => each.prefix).join(' and ')}`);
  return format;
}

/** While more follows, how to go on; at the end of a list that came in parts, an empty one. */
function tokenOf(
  next: string | undefined,
  { cursor, size, until, resumed }: { cursor: number; size?: number; until: string; resumed: boolean },
): Xml[] {
  if (next === undefined && !resumed) return [];
  const expirationDate = next === undefined ? undefined : inSeconds(until);
  return [element('resumptionToken', next, { expirationDate, completeListSize: size, cursor })];
}
