import { App } from './app.entity.js';
import { AppHandlers } from './apps.handlers.js';
import { Providing } from './providing.js';
import { Selecting } from './selecting.js';
import { Selection } from './selection.entity.js';
import type { Part } from '../part.js';

/** Apps and where they are selected. */
export const apps: Part = { entities: [App, Selection], rules: [Providing, Selecting], handlers: [AppHandlers] };
