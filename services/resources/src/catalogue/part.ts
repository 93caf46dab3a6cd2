import type { Part } from '@lianxue/persistence';
import { CatalogueHandlers } from './catalogue.handlers.js';
import { Cataloguing } from './cataloguing.js';
import { FindingHandlers } from './finding.handlers.js';
import { Finding } from './finding.js';
import { ProvenanceEntity } from './provenance.entity.js';
import { ResourceEntity } from './resource.entity.js';
import { Showing } from './showing.js';

/** The catalogue: authors keep their resources, readers find them. */
export const catalogue: Part = {
  entities: [ResourceEntity, ProvenanceEntity],
  rules: [Cataloguing, Finding, Showing],
  handlers: [CatalogueHandlers, FindingHandlers],
};
