import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { PeriodNotFound } from './periods.js';
import { periodId } from './periods.operations.js';
import { FigureSnapshot, SnapshotCheck, SnapshotInBrief, SnapshotNotFound, SnapshotUnchanged } from './snapshots.js';
import { collectors } from './who.js';

const snapshotId = z.object({ snapshotId: Id.describe('快照标识 id of the snapshot') });
const readers = ['bureauLeader', ...collectors, 'app'] as const;

export const snapshotOperations = {
  takeSnapshot: operation('post', '/periods/:periodId/snapshots', {
    statutory: true,
    summary: '生成数据快照 Take a snapshot of a period’s figures',
    description: 'By authority and by division, with formulas and form. After a correction a new one is taken, which names the one before.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: periodId,
    body: z.strictObject({ ...creatable, purpose: text(200).describe('用途，如“三季度通报” what it is for') }),
    returns: item(FigureSnapshot),
    fails: [PeriodNotFound, SnapshotUnchanged],
  }),
  snapshots: operation('get', '/periods/:periodId/snapshots', {
    statutory: true,
    summary: '列出填报期的数据快照 List the snapshots of a period',
    scope: 'reporting.read',
    permits: readers,
    params: periodId,
    query: z.object(paging),
    returns: page(SnapshotInBrief),
    fails: [PeriodNotFound],
  }),
  snapshot: operation('get', '/snapshots/:snapshotId', {
    statutory: true,
    summary: '读取数据快照 Read a snapshot',
    scope: 'reporting.read',
    permits: readers,
    params: snapshotId,
    returns: item(FigureSnapshot),
    fails: [SnapshotNotFound],
  }),
  verifySnapshot: operation('get', '/snapshots/:snapshotId/check', {
    statutory: true,
    summary: '重算并核对数据快照 Count a snapshot again and compare',
    description: 'From the reports that counted when it was taken, whatever was corrected since.',
    scope: 'reporting.read',
    permits: readers,
    params: snapshotId,
    returns: value(SnapshotCheck),
    fails: [SnapshotNotFound],
  }),
};
