import type { Part } from '@lianxue/persistence';
import { ClosingSnapshots } from './closing.js';
import { Snapshot } from './snapshot.entity.js';
import { SnapshotsHandlers } from './snapshots.handlers.js';
import { Snapshots } from './snapshots.js';

/** Figures frozen, to be cited and counted again. */
export const snapshots: Part = { entities: [Snapshot], rules: [Snapshots, ClosingSnapshots], handlers: [SnapshotsHandlers] };
