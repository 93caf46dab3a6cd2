import type { ActivityTemplate } from '@lianxue/contracts';
import { computerWorks } from './computer-works.js';
import { microVideos } from './micro-videos.js';

/** What the platform ships, to begin a new activity from. */
export const templates: ActivityTemplate[] = [computerWorks, microVideos];
