import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lianxue/testing';
import { harvestAddress } from '../harvest/harvesting-app.js';
import type { World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';
import { publishedWork, withdraw } from './published-work.js';

/** The program that comes with the client from npm; it knows the protocol and nothing of us. */
const client = createRequire(import.meta.url).resolve('oai-pmh/bin/oai-pmh');
const harvest = async (command: string, address: string, ...more: string[]): Promise<any[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [client, command, address, ...more], { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

let world: World;
let address: string;
let id: string;
let withdrawn: string;

beforeAll(async () => {
  world = await wholeWorld();
  address = await harvestAddress(world);
  id = await publishedWork(world, `采集的微课 <&> ${world.run}`);
  withdrawn = await publishedWork(world, `下架的微课 ${world.run}`);
  await withdraw(world, withdrawn);
}, 300_000);

/** What the repository answers; the password goes as a header, since `fetch` takes none from an address. */
async function ask(
  parameters: string,
  { method = 'GET', at = address, headers }: { method?: string; at?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; xml: string; headers: Headers }> {
  const target = new URL(at);
  const { username, password } = target;
  target.username = target.password = '';
  const basic = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(method === 'GET' ? `${target.href}?${parameters}` : target, {
    ...{ method, headers: { authorization: basic, ...(method === 'POST' && form), ...headers } },
    ...(method === 'POST' && { body: parameters }),
  });
  return { status: answer.status, xml: await answer.text(), headers: answer.headers };
}
const errorOf = (xml: string) => /<error code="(\w+)">/.exec(xml)?.[1];

describe('OAI-PMH', () => {
  it('is harvested whole by a client from npm: records, and tombstones of what was withdrawn', async () => {
    await until(async () =>
      (await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:${withdrawn}`)).xml.includes('status="deleted"'),
    );
    const [identified] = await harvest('identify', address);
    expect(identified).toMatchObject({ protocolVersion: '2.0', deletedRecord: 'persistent', granularity: 'YYYY-MM-DDThh:mm:ssZ' });
    const records = await harvest('list-records', address, '-p', 'oai_dc');
    const identifiers = records.map(({ header }) => header.identifier);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const found = records.find(({ header }) => header.identifier === `urn:uuid:${id}`);
    expect(found.metadata['oai_dc:dc']['dc:title']).toBe(`采集的微课 <&> ${world.run}`);
    const gone = records.find(({ header }) => header.identifier === `urn:uuid:${withdrawn}`);
    expect(gone).toMatchObject({ header: { $: { status: 'deleted' } } });
    expect(gone.metadata).toBeUndefined();
    const listed = await harvest('list-identifiers', address, '-p', 'oai_lom', '-s', `organisation.${world.school.id}`);
    expect(listed.map(({ identifier }) => identifier).sort()).toEqual([`urn:uuid:${id}`, `urn:uuid:${withdrawn}`].sort());
    const sets = await harvest('list-sets', address);
    expect(sets).toContainEqual({ setSpec: `organisation.${world.school.id}`, setName: world.school.name });
  });

  it('describes a learning object by the nine categories of the standard', async () => {
    const { xml } = await ask(`verb=GetRecord&metadataPrefix=oai_lom&identifier=urn:uuid:${id}`);
    const lom = xml.slice(xml.indexOf('<lom'));
    const categories = [
      'general',
      'lifeCycle',
      'metaMetadata',
      'technical',
      'educational',
      'rights',
      'relation',
      'annotation',
      'classification',
    ];
    expect(categories.filter((category) => !lom.includes(`<${category}>`))).toEqual([]);
    expect(lom).toContain(`<location>${world.origin}/api/v1/resources/${id}</location>`);
  });

  it('answers the six verbs by GET and by POST alike', async () => {
    const one = `identifier=urn:uuid:${id}`;
    const requests = [
      'Identify',
      'ListMetadataFormats',
      'ListSets',
      `GetRecord&metadataPrefix=oai_lom&${one}`,
      'ListIdentifiers&metadataPrefix=oai_dc',
      'ListRecords&metadataPrefix=oai_lom',
    ];
    for (const request of requests) {
      const got = await ask(`verb=${request}`);
      const posted = await ask(`verb=${request}`, { method: 'POST' });
      expect(got.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      const [verb] = request.split('&');
      for (const { status, xml } of [got, posted])
        expect([status, xml.includes(`<${verb}>`), errorOf(xml)]).toEqual([200, true, undefined]);
    }
  });

  it.each([
    ['', 'badVerb'],
    ['verb=Nothing', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=x', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01&until=2026-02-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=subject.alchemy', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=%01', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:1', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=urn:uuid:00000000-0000-7000-8000-000000000000', 'idDoesNotExist'],
  ])('answers %s by %s', async (request, code) => {
    for (const method of ['GET', 'POST']) {
      const { status, xml } = await ask(request, { method });
      expect([status, errorOf(xml)]).toEqual([200, code]);
    }
  });

  it('is for apps that may read resources, and narrowed where the address is a sub-platform’s', async () => {
    const open = new URL(address);
    open.username = open.password = '';
    const without = await fetch(`${open.href}?verb=Identify`);
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="OAI-PMH", charset="UTF-8"']);
    expect(
      (await ask('verb=Identify', { headers: { authorization: `Basic ${Buffer.from('lianxue:no').toString('base64')}` } })).status,
    ).toBe(401);
    const slug = `oai-${world.run}`;
    const county = world.counties[1];
    const opened = await (
      await world.as('systemAdmin', world.city)
    ).post('/sub-platforms', { organisation: county.id, name: '子平台', slug });
    expect(opened.status).toBe(201);
    const slice = new URL(address);
    slice.pathname = `/p/${slug}/oai`;
    await until(async () => (await ask('verb=Identify', { at: slice.href })).xml.includes('<repositoryName>子平台</repositoryName>'));
    const request = `verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:${id}`;
    expect(errorOf((await ask(request, { at: slice.href })).xml)).toBe('idDoesNotExist');
    expect(errorOf((await ask(request)).xml)).toBeUndefined();
    expect((await fetch(`${open.origin}/p/nowhere-${world.run}/oai?verb=Identify`)).status).toBe(404);
  });
});
