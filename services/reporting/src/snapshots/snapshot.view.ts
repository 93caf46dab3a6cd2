import { inBeijing, type FigureSnapshot, type SnapshotInBrief } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { Snapshot } from './snapshot.entity.js';

export const snapshotInBrief = (snapshot: Snapshot): SnapshotInBrief => ({
  ...snapshot.fact(),
  ...itemOf(snapshot),
  purpose: snapshot.purpose,
  frozenAt: inBeijing(snapshot.frozenAt),
});

export const snapshotView = (snapshot: Snapshot): FigureSnapshot => ({ ...snapshotInBrief(snapshot), content: snapshot.content });
