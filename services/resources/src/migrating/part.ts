import { Job, type Part } from '@lianxue/persistence';
import { FollowingTombstones } from './following-tombstones.js';
import { ListMigration } from './list-migration.js';
import { MarkingLists } from './marking-lists.js';
import { Migrating } from './migrating.js';
import { MigrationHandlers } from './migrations.handlers.js';
import { ReadyingFiles } from './readying-files.js';
import { StillEntitled } from './still-entitled.js';
import { TakingOver } from './taking-over.js';

/** 迁移: resources of other platforms, brought by lists or taken over from a harvest. */
export const migrating: Part = {
  entities: [Job],
  rules: [StillEntitled, ReadyingFiles, MarkingLists, Migrating, ListMigration, TakingOver, FollowingTombstones],
  handlers: [MigrationHandlers],
};
