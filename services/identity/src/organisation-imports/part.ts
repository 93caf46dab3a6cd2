import type { Part } from '@lianxue/persistence';
import { OrganisationImport } from './organisation-import.js';
import { OrganisationImportHandlers } from './organisation-imports.handlers.js';

/** Lists of organisations, as an authority keeps them. */
export const organisationImports: Part = {
  entities: [],
  rules: [OrganisationImport],
  handlers: [OrganisationImportHandlers],
};
