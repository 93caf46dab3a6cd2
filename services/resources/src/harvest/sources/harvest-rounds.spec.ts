import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, ownCallOf, resources, type Caller } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Reachable } from '@lianxue/wire';
import { entities } from '../../resources.module.js';
import { migrations } from '../../migrations/index.js';
import { HarvestRounds, watch } from './harvest-rounds.js';
import { KeepingSources } from './keeping-sources.js';
import { OaiPeers } from './oai-peers.client.js';
import { PeerCatalogues } from './peer-catalogues.js';
import { ReadingSources } from './reading-sources.js';

/** A record as it is told; without a title it was deleted. */
interface Told {
  readonly at: string;
  readonly title: string | null;
  readonly set?: string;
}

/** Another platform, as far as its harvesters see it: records by their identifiers, two to a page. */
class Elsewhere {
  readonly records = new Map<string, Told>();
  readonly asked: URLSearchParams[] = [];
  deletedRecord = 'persistent';
  /** Answers in the place of the repository. */
  instead: ((query: URLSearchParams) => { status: number; headers?: Record<string, string>; body?: string } | undefined) | undefined;
  account: string | undefined;
  private readonly server: Server = createServer((request, response) => {
    const query = new URL(request.url!, 'http://elsewhere').searchParams;
    this.asked.push(query);
    this.account = request.headers.authorization;
    const { status, headers = {}, body } = this.instead?.(query) ?? { status: 200, body: this.answer(query) };
    response.writeHead(status, { 'content-type': 'text/xml', ...headers }).end(body);
  });

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/oai`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(query: URLSearchParams): string {
    if (query.get('verb') === 'Identify')
      return enveloped(
        `<Identify><deletedRecord>${this.deletedRecord}</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>`,
      );
    const [from, begin] = query.get('resumptionToken')?.split('|') ?? [query.get('from') ?? '', '0'];
    const all = [...this.records].filter(([, { at }]) => at >= from!).sort(([, a], [, b]) => a.at.localeCompare(b.at));
    const page = all.slice(Number(begin), Number(begin) + 2);
    if (page.length === 0) return enveloped('<error code="noRecordsMatch">none</error>');
    const more = Number(begin) + 2 < all.length ? `<resumptionToken>${from}|${Number(begin) + 2}</resumptionToken>` : '';
    return enveloped(`<ListRecords>${page.map(([id, record]) => recordOf(id, record)).join('')}${more}</ListRecords>`);
  }
}

const enveloped = (content: string) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-10-01T08:00:00Z</responseDate><request>x</request>${content}</OAI-PMH>`;
const recordOf = (id: string, { at, title, set }: Told) =>
  `<record><header${title === null ? ' status="deleted"' : ''}><identifier>${id}</identifier><datestamp>${at}</datestamp>${set === undefined ? '' : `<setSpec>${set}</setSpec>`}</header>${
    title === null
      ? ''
      : `<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:title>${title}</dc:title><dc:subject>数学</dc:subject><dc:identifier>https://elsewhere.example/${id}</dc:identifier></oai_dc:dc></metadata>`
  }</record>`;

let room: Room;
let elsewhere: Elsewhere;
let address: string;
let keeper: Caller;
let now = new Date('2026-10-01T08:00:30Z');

beforeAll(async () => {
  room = await openRoom('resources', {
    entities,
    migrations,
    providers: [
      ...[KeepingSources, ReadingSources, HarvestRounds],
      { provide: PeerCatalogues, useFactory: () => new OaiPeers(new Reachable(['127.0.0.0/8'])) },
      { provide: CLOCK, useValue: { now: () => now } },
    ],
  });
  keeper = person({ role: 'centreHead', organisation: room.region.city });
});
afterAll(() => room.close());
beforeEach(async () => {
  elsewhere = new Elsewhere();
  address = await elsewhere.open();
});
afterEach(() => elsewhere.close());

const register = async (more: object = {}) =>
  (
    await room
      .get(KeepingSources)
      .register({ name: '省平台', address, set: null, everyHours: 24, ...more }, callOf(resources.registerHarvestSource, keeper))
  ).id;
const harvest = () => room.get(HarvestRounds).goRound();
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
const source = (id: string) => room.get(ReadingSources).source(id, callOf(resources.harvestSource, keeper));
const titles = async (id: string, more: object = {}, by = person({ role: 'teacher', organisation: room.region.school })) => {
  const { items } = await room.get(ReadingSources).records({ source: id, limit: 100, ...more }, callOf(resources.harvestedRecords, by));
  return items.map(({ title, identifier }) => title ?? `† ${identifier}`).sort();
};
const ordered = (id: string, complete: boolean) =>
  room.get(KeepingSources).harvestNow({ sourceId: id, complete }, callOf(resources.harvestNow, keeper, {}));
const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });

describe('harvesting another platform', () => {
  it('takes its catalogue in, page by page, then only what changed; tombstones are respected', async () => {
    for (const [n, title] of ['甲', '乙', '丙', '丁', '戊'].entries())
      elsewhere.records.set(`oai:e:${n}`, { at: `2026-09-0${n + 1}T00:00:00Z`, title });
    const id = await register({ account: '县平台', password: '口令' });
    await harvest();
    expect(await titles(id)).toEqual(['丁', '丙', '乙', '戊', '甲'].sort());
    expect(elsewhere.account).toBe(`Basic ${Buffer.from('县平台:口令').toString('base64')}`);
    expect(await source(id)).toMatchObject({ records: 5, tombstones: 0, underWay: false, fault: null, harvestedAt: expect.any(String) });
    const [
      {
        items: [record],
      },
    ] = [await room.get(ReadingSources).records({ source: id, q: '甲', limit: 10 }, callOf(resources.harvestedRecords, keeper))];
    expect(record).toMatchObject({
      sourceName: '省平台',
      identifier: 'oai:e:0',
      address: 'https://elsewhere.example/oai:e:0',
      elements: { subject: ['数学'] },
    });

    elsewhere.records.set('oai:e:0', { at: '2026-10-01T09:00:00Z', title: null });
    elsewhere.records.set('oai:e:1', { at: '2026-10-01T09:00:00Z', title: '乙二版' });
    const before = elsewhere.asked.length;
    await harvest();
    expect(elsewhere.asked).toHaveLength(before);
    later(25);
    await harvest();
    expect(elsewhere.asked.slice(before).map((query) => query.get('from'))).toEqual([null, '2026-10-01T07:50:00Z']);
    expect(await titles(id)).toEqual(['丁', '丙', '乙二版', '戊'].sort());
    expect(await titles(id, { deleted: true })).toEqual(['† oai:e:0']);
    const [gone] = await room.query<{ elements: object }>(`select elements from harvested_record where identifier = 'oai:e:0'`);
    expect(gone!.elements).toEqual({});
    expect(await titles(id, {}, person({ role: 'teacher', organisation: room.region.farSchool }))).toHaveLength(4);
  });

  it('goes on at the page where it was cut off, and begins anew where its token is over', async () => {
    for (let n = 0; n < 5; n++) elsewhere.records.set(`oai:f:${n}`, { at: `2026-09-0${n + 1}T00:00:00Z`, title: `第${n}课` });
    const id = await register();
    const tokensAsked = async (instead: typeof elsewhere.instead) => {
      const before = elsewhere.asked.length;
      elsewhere.instead = instead;
      await harvest();
      return elsewhere.asked
        .slice(before)
        .filter((query) => query.get('verb') === 'ListRecords')
        .map((query) => query.get('resumptionToken'));
    };
    expect(await tokensAsked((query) => (query.get('resumptionToken') === '|4' ? { status: 500 } : undefined))).toEqual([null, '|2', '|4']);
    expect(await titles(id)).toHaveLength(4);
    later(1);
    expect(await tokensAsked(undefined)).toEqual(['|4']);
    expect(await titles(id)).toHaveLength(5);
    await room.query('update harvest_walk set token = $2, due = $3 where source = $1', [id, '|2', now]);
    const over = { status: 200, body: enveloped('<error code="badResumptionToken">over</error>') };
    expect(await tokensAsked((query) => (query.has('resumptionToken') ? over : undefined))).toEqual(['|2', null]);
    expect(await source(id)).toMatchObject({ fault: null, underWay: false, records: 5 });
  });

  it('says why a harvest did not come to its end, and tries again by itself, when the other says', async () => {
    elsewhere.records.set('oai:g:0', { at: '2026-09-01T00:00:00Z', title: '课' });
    const id = await register();
    for (const [next, fault] of [
      [{ status: 401 }, 'unauthorised'],
      [{ status: 503, headers: { 'retry-after': '120' } }, 'status'],
      [{ status: 200, body: '<html></html>' }, 'no_oai_pmh'],
      [{ status: 200, body: `<!DOCTYPE x [<!ENTITY a "b">]>${enveloped('<error code="badVerb">&a;</error>').slice(21)}` }, 'no_oai_pmh'],
      [{ status: 200, body: enveloped('<error code="badArgument">from</error>') }, 'protocol'],
    ] as const) {
      elsewhere.instead = (query) => (query.get('verb') === 'ListRecords' ? next : undefined);
      await harvest();
      expect(await source(id)).toMatchObject({ fault, underWay: false });
      const asked = elsewhere.asked.length;
      await harvest();
      expect(elsewhere.asked).toHaveLength(asked);
      elsewhere.instead = undefined;
      later(7);
    }
    await harvest();
    expect(await source(id)).toMatchObject({ fault: null, records: 1 });
  });

  it('deletes what is told no more, where the other keeps no tombstones or a complete harvest was ordered', async () => {
    elsewhere.deletedRecord = 'no';
    for (const n of [0, 1, 2]) elsewhere.records.set(`oai:h:${n}`, { at: '2026-09-01T00:00:00Z', title: `课${n}` });
    const id = await register();
    await harvest();
    elsewhere.records.delete('oai:h:1');
    later(25);
    await harvest();
    expect(await titles(id)).toEqual(['课0', '课2']);
    elsewhere.deletedRecord = 'persistent';
    elsewhere.records.delete('oai:h:2');
    later(1);
    await ordered(id, false);
    await harvest();
    expect(await titles(id)).toEqual(['课0', '课2']);
    later(1);
    await ordered(id, true);
    await harvest();
    expect(await titles(id)).toEqual(['课0']);
  });

  it('comes back within minutes for what is taken down there, once something was taken over', async () => {
    elsewhere.records.set('oai:t:0', { at: '2026-09-01T00:00:00Z', title: '课' });
    elsewhere.records.set('oai:t:1', { at: '2026-09-01T00:00:00Z', title: '又一课' });
    const id = await register();
    await harvest();
    await room.query(
      `insert into migrated_resource (id, organisation, platform, id_there, source, job, brought_by, brought_at, said, files)
       values (gen_random_uuid(), $1, $2, 'oai:t:0', $3, gen_random_uuid(), $4, now(), '{}', '[]')`,
      [room.region.city, address, id, keeper.subject],
    );
    await room.get(Store).commit(ownCallOf(resources.takeOverHarvested), (work) => watch(id, now, work));
    const at = now.toISOString();
    elsewhere.records.set('oai:t:0', { at, title: null, set: 'status.takenDown' });
    elsewhere.records.set('oai:t:1', { at, title: null, set: 'stage.primary' });
    for (const takenDown of [true, false]) {
      later(0.1);
      await harvest();
      expect(await room.query(`select taken_down from harvested_record where identifier like 'oai:t:%' order by identifier`)).toEqual([
        { taken_down: takenDown },
        { taken_down: false },
      ]);
      elsewhere.records.set('oai:t:0', { at: now.toISOString(), title: '又在' });
    }
  });

  it('is not made of addresses inside, nor of a paused source, nor twice at once', async () => {
    const call = callOf(resources.registerHarvestSource, keeper);
    await expect(
      room.get(KeepingSources).register({ name: '内网', address: 'http://10.1.2.3/oai', set: null, everyHours: 24 }, call),
    ).rejects.toEqual(refused('harvest_source.address_refused'));
    const id = await register();
    await room.query('update harvest_walk set under_way = true, due = $2 where source = $1', [id, new Date(now.getTime() + 60_000)]);
    await expect(ordered(id, true)).rejects.toEqual(refused('harvest_source.under_way'));
    const pausing = callOf(resources.changeHarvestSource, keeper, {}, { ifMatch: '*' });
    await room.get(KeepingSources).change({ sourceId: id, state: 'paused', password: '新' }, pausing);
    await expect(ordered(id, false)).rejects.toEqual(refused('harvest_source.paused'));
    await expect(
      room
        .get(ReadingSources)
        .source(id, callOf(resources.harvestSource, person({ role: 'centreHead', organisation: room.region.county }))),
    ).rejects.toEqual(refused('harvest_source.not_found'));
  });
});
