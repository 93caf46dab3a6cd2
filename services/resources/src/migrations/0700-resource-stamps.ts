import { stampTables } from '@lianxue/persistence';

/** When each resource was last modified, in the order of the feed; for readers of changes. */
export const resourceStamps = stampTables('resource');
