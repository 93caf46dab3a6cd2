import type { Part } from '@lianxue/persistence';
import { App } from './app.entity.js';
import { AppHandlers } from './apps.handlers.js';
import { EndingSelections } from './ending-selections.js';
import { Launching } from './launching.js';
import { Listing } from './listing.js';
import { ListingHandlers } from './listing.handlers.js';
import { Providing } from './providing.js';
import { Selecting } from './selecting.js';
import { Selection } from './selection.entity.js';

/** Apps and where they are selected. */
export const apps: Part = {
  entities: [App, Selection],
  rules: [EndingSelections, Providing, Selecting, Listing, Launching],
  handlers: [AppHandlers, ListingHandlers],
};
