import type { Migration } from '@lianxue/persistence';
import { feedMigration } from '../federation/feed.migration.js';
import { oidcState } from './0001-oidc-state.js';
import { signInSessions } from './0010-sign-in-sessions.js';
import { keyGenerations } from './0011-key-generations.js';
import { sandboxes } from './0020-sandboxes.js';
import { subPlatforms } from './0040-sub-platforms.js';
import { fileAllowances } from './0050-file-allowances.js';
import { subscriptions } from './0030-subscriptions.js';

/** The gateway's schema, oldest first. */
export const migrations: readonly Migration[] = [
  oidcState,
  feedMigration,
  signInSessions,
  keyGenerations,
  sandboxes,
  subscriptions,
  subPlatforms,
  fileAllowances,
];
