import { z } from 'zod';
import { ActorKind, facts } from '../machinery/event.js';
import { contract, operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, paging, value } from '../shapes/shapes.js';

/** The cursor belongs to a feed that no longer exists: this installation was restored from a backup. */
export const FeedEpochChanged = refusal(
  'feed.epoch_changed',
  410,
  { zh: '变更流已重建，请从快照重新开始：{begin}', en: 'The feed was made anew; begin again with a snapshot: {begin}' },
  z.strictObject({ begin: z.string() }),
);

export const FeedCursorInvalid = refusal('feed.cursor_invalid', 400, { zh: '变更流游标无效', en: 'This is not a cursor of this feed' });

/** A fact as a peer reads it: CloudEvents 1.0 with the extensions `entityversion`, `organisation`, `actorkind`. */
export const Change = z
  .object({
    specversion: z.literal('1.0').describe('CloudEvents 版本 version of CloudEvents'),
    id: z.string().describe('事实标识，去重用 id of the fact; deduplicate by it'),
    source: z.string().describe('来源服务 the service it comes from'),
    type: z.string().describe('事实类型 type of the fact, cn.lianxue.<service>.<thing>.<happened>'),
    subject: z.string().describe('对象 the thing and its id, resource/<id>'),
    time: Instant.describe('发生时间 when it happened (UTC)'),
    entityversion: z.int().describe('对象版本 version of the entity after the change'),
    organisation: Id.nullable().describe('所属组织 organisation the entity belongs to'),
    actorkind: ActorKind,
    data: z.unknown().describe('变更后的对象；删除时为 null the entity after the change, without personal data; null once deleted'),
  })
  .meta({ id: 'Change' });

export const Changes = z
  .object({
    items: z.array(Change).describe('变更 changes in the order of arrival, per entity in the order of versions'),
    next: z.string().describe('下次读取用的游标，始终存在 cursor to read on from; always present, keep it'),
    more: z.boolean().describe('是否还有更多 whether more is waiting now'),
  })
  .meta({ id: 'Changes' });

export const Snapshot = z
  .object({
    items: z.array(Change).describe('各对象的最后一次变更 the last change of each entity'),
    next: z.string().optional().describe('快照的下一页 next page of the snapshot; absent on the last'),
    changes: z.string().describe('读完快照后继续读取变更的游标 cursor for `changes` once the snapshot is read'),
  })
  .meta({ id: 'Snapshot' });

export const ScopeChange = z
  .object({
    organisation: Id.describe('离开或进入的组织（含下级） the organisation that left or joined, with all below it'),
    person: Id.optional().describe('仅限该人员 only this person'),
    why: z
      .enum(['reach', 'consentGiven', 'consentWithdrawn', 'consentEnded', 'left', 'entered'])
      .describe(
        '原因：组织变动或选用 reach、监护同意作出 consentGiven、撤回 consentWithdrawn、自行终止 consentEnded、人员转出 left、转入 entered why; a merged person is told by `person.merged` with the successor',
      ),
    snapshot: z.string().nullable().describe('快照地址 where to read what joined; null when it left'),
  })
  .meta({ id: 'ScopeChange' });

/** What a peer may see has changed without the rows changing: a county moved, a selection or a consent began or ended. */
export const scopeFacts = facts('federation', 'scope', ScopeChange, {
  left: '组织或人员离开可见范围 An organisation or a person left what the reader may see',
  joined: '组织或人员进入可见范围 An organisation or a person joined what the reader may see',
});

/** Synchronisation with the level above: a province pulls what happened below. */
export const federation = contract(
  'federation',
  {
    changes: operation('get', '/changes', {
      summary: '读取变更 Read changes',
      description:
        'Every change once, per entity in version order; a deletion as a tombstone (data null). Without a cursor it begins at the beginning; for a first synchronisation of a long history prefer the snapshot.',
      scope: 'federation.read',
      permits: ['app'],
      query: z.object({ ...paging, cursor: z.string().max(200).optional().describe('上次的 next the `next` of the previous answer') }),
      returns: value(Changes),
      fails: [FeedEpochChanged, FeedCursorInvalid],
    }),
    snapshot: operation('get', '/snapshot', {
      summary: '读取快照 Read a snapshot',
      description:
        'The last change of each entity in reach at one position of the feed: for a first synchronisation, for what joined, and after a 410.',
      scope: 'federation.read',
      permits: ['app'],
      query: z.object({
        ...paging,
        cursor: z.string().max(300).optional().describe('快照的 next the `next` of the previous page'),
        at: z
          .string()
          .max(200)
          .optional()
          .describe('快照位置，缺省为当前 position of the snapshot, a cursor of `changes`; now unless given'),
        below: Id.optional().describe('只含该组织及其下级 only this organisation and what lies below it'),
      }),
      returns: value(Snapshot),
      fails: [FeedEpochChanged, FeedCursorInvalid],
    }),
  },
  '/federation/v1',
);
