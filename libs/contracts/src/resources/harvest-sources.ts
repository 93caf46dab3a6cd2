import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, text } from '../shapes/shapes.js';

/** The fifteen elements of Dublin Core, which every OAI-PMH repository tells of. */
export const dublinCoreElements = [
  ...['title', 'creator', 'subject', 'description', 'publisher', 'contributor', 'date', 'type'],
  ...['format', 'identifier', 'source', 'language', 'relation', 'coverage', 'rights'],
] as const;

export const harvestSourceStates = ['active', 'paused'] as const;

/** Why a harvest did not come to its end. */
export const harvestFaults = [
  'address_refused',
  'connection',
  'timeout',
  'status',
  'unauthorised',
  'too_large',
  'no_oai_pmh',
  'protocol',
] as const;

const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/, 'address.without_query')
  .describe('对方的 OAI-PMH 地址，不含参数 base URL of the other’s OAI-PMH repository, without a query');

const settings = {
  name: text(100).describe('名称，如“省平台” name'),
  set: z
    .string()
    .regex(/^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/)
    .max(300)
    .nullable()
    .describe('只采集该集合 only this set; null: everything'),
  everyHours: z.int().min(1).max(720).describe('每隔多少小时采集一次 hours between two harvests'),
};

const account = text(200).describe('用户名，如对方要求登录 user name, where the other asks for one');
const password = text(500).describe('口令，只写不读 password; it is never answered');

export const HarvestSourceInput = z.strictObject({
  name: settings.name,
  address,
  set: settings.set.default(null),
  everyHours: settings.everyHours.default(24),
  account: account.optional(),
  password: password.optional(),
});

/** A field left out stays; null empties it. */
export const HarvestSourceChange = z.strictObject({
  name: settings.name.optional(),
  everyHours: settings.everyHours.optional(),
  state: z.enum(harvestSourceStates).optional().describe('状态：采集、暂停 state'),
  account: account.nullable().optional(),
  password: password.nullable().optional(),
});

const known = {
  ...itemShape,
  organisation: Id.describe('所属组织；其下级都可读到采集到的记录 organisation it belongs to; those below read its records'),
  name: settings.name,
  address,
  set: settings.set,
  everyHours: settings.everyHours,
  state: z.enum(harvestSourceStates).describe('状态：采集、暂停 state: active or paused'),
  harvestedAt: Instant.nullable().describe('最近一次采集完成的时间 when a harvest last came to its end'),
  fault: z
    .enum(harvestFaults)
    .nullable()
    .describe('最近一次采集未完成的原因；采集会自动重试 why the last one did not; it is tried again by itself'),
};

/** 采集源: another platform whose catalogue is taken in by OAI-PMH. */
export const HarvestSource = z
  .object({
    ...known,
    account: z.string().nullable().describe('用户名 user name'),
    underWay: z.boolean().describe('是否正在采集 whether a harvest is under way'),
    records: z.int().describe('现有记录数 records it has now'),
    tombstones: z.int().describe('已注销的记录数 records that were deleted there'),
  })
  .meta({ id: 'HarvestSource' });

export const HarvestSourceFact = z.object(known).meta({ id: 'HarvestSourceFact' });
export type HarvestSourceFact = z.output<typeof HarvestSourceFact>;

export const harvestSourceFacts = facts('resources', 'harvest_source', HarvestSourceFact, {
  registered: '采集源已登记 A source to harvest was registered',
  changed: '采集源已变更 A source to harvest changed',
  harvested: '一次采集已完成 A harvest came to its end',
});

const words = z.array(z.string());

/** 采集记录: a record of another platform’s catalogue, as it was told. */
export const HarvestedRecord = z
  .object({
    ...itemShape,
    organisation: Id.describe('采集的组织 organisation that harvests it'),
    source: Id.describe('采集源标识 id of the source it comes from'),
    sourceName: z.string().describe('采集源名称 name of the source'),
    identifier: z.string().describe('在对方的标识 its identifier there'),
    datestamp: Instant.describe('对方的时间戳 its datestamp there'),
    deleted: z.boolean().describe('是否已被对方注销；注销后只留标识 whether it was deleted there; then only its identifier is left'),
    title: z.string().nullable().describe('标题 title'),
    address: z.string().nullable().describe('在对方的网址 where it is found there'),
    elements: z.partialRecord(z.enum(dublinCoreElements), words).describe('都柏林核心元数据 its Dublin Core metadata, as it was told'),
  })
  .meta({ id: 'HarvestedRecord' });
export type HarvestedRecord = z.output<typeof HarvestedRecord>;

export const HarvestSourceNotFound = refusal('harvest_source.not_found', 404, { zh: '找不到该采集源', en: 'No such source to harvest' });
export const HarvestedRecordNotFound = refusal('harvested_record.not_found', 404, {
  zh: '找不到该采集记录',
  en: 'No such harvested record',
});
export const HarvestAddressRefused = refusal('harvest_source.address_refused', 422, {
  zh: '只能采集公网上的 https 地址，或本安装允许的地址',
  en: 'Only public https addresses are harvested, and those this installation allows',
});
export const HarvestSourcePaused = refusal('harvest_source.paused', 409, { zh: '该采集源已暂停', en: 'This source is paused' });
export const HarvestUnderWay = refusal('harvest_source.under_way', 409, {
  zh: '该采集源正在采集',
  en: 'A harvest of this source is under way',
});
