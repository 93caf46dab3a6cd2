import type { Part } from '@lianxue/persistence';
import { ReleasesHandlers } from './releases.handlers.js';
import { Remembering } from './remembering.js';
import { ResourceReleaseEntity } from './resource-release.entity.js';

/** What a resource said before, where it has been, and how the standard describes it. */
export const releases: Part = { entities: [ResourceReleaseEntity], rules: [Remembering], handlers: [ReleasesHandlers] };
