import type { Part } from '@lianxue/persistence';
import { CatalogueHandlers } from './catalogue.handlers.js';
import { Cataloguing } from './cataloguing.js';
import { Finding } from './finding.js';
import { ResourceEntity } from './resource.entity.js';

/** What there is to teach with: registered by authors, found by readers. */
export const catalogue: Part = { entities: [ResourceEntity], rules: [Cataloguing, Finding], handlers: [CatalogueHandlers] };
