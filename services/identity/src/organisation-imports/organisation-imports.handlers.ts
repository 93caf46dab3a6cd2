import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { OrganisationImport } from './organisation-import.js';

@Controller()
export class OrganisationImportHandlers {
  constructor(private readonly imports: OrganisationImport) {}

  @Handles(identity.importOrganisations)
  importOrganisations(input: InputOf<typeof identity.importOrganisations>, call: Call) {
    return this.imports.order(input, call);
  }

  @Handles(identity.organisationTemplate)
  organisationTemplate(_input: InputOf<typeof identity.organisationTemplate>, call: Call) {
    return this.imports.template(call);
  }
}
