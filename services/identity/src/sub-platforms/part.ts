import type { Part } from '@lianxue/persistence';
import { KeepingSubPlatforms } from './keeping-sub-platforms.js';
import { SubPlatform } from './sub-platform.entity.js';
import { SubPlatformHandlers } from './sub-platforms.handlers.js';

/** Virtual sub-platforms 虚拟子平台 of cities and counties. */
export const subPlatforms: Part = { entities: [SubPlatform], rules: [KeepingSubPlatforms], handlers: [SubPlatformHandlers] };
