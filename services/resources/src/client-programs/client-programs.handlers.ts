import { isDeepStrictEqual } from 'node:util';
import {
  clientProgramFacts,
  ClientProgramNotFound,
  ClientProgramTaken,
  refuse,
  resources,
  shippedClientPrograms,
  type Call,
  type ClientProgram as ClientProgramView,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store, violates } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { itemOf } from '../item.js';
import { ClientProgramFigures } from './client-figures.js';
import { ClientProgram } from './client-program.entity.js';
import { TakingReports } from './taking-reports.js';

const programView = (program: ClientProgram): ClientProgramView => ({ ...program.fact(), ...itemOf(program) });

@Controller()
export class ClientProgramsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(TakingReports) private readonly taking: TakingReports,
    @Inject(ClientProgramFigures) private readonly figures: ClientProgramFigures,
  ) {}

  @Handles(resources.clientProgramTemplates)
  async clientProgramTemplates() {
    return { items: [...shippedClientPrograms] };
  }

  @Handles(resources.registerClientProgram)
  async registerClientProgram({ id = newId(), code, name }: InputOf<typeof resources.registerClientProgram>, call: Call) {
    const registered = await this.store.commit(call, async (work) => {
      const program = Object.assign(new ClientProgram(), { id, organisation: call.caller.organisation, code, name });
      const same = (existing: ClientProgram) => isDeepStrictEqual(existing.fact(), program.fact());
      return work.insert(program, clientProgramFacts.registered, same).catch((error: unknown) => {
        throw violates(error, 'client_program_code') ? refuse(ClientProgramTaken) : error;
      });
    });
    return programView(registered);
  }

  @Handles(resources.clientPrograms)
  clientPrograms({ limit, cursor }: InputOf<typeof resources.clientPrograms>, call: Call) {
    return this.store.page(ClientProgram, call, { limit, cursor }, programView);
  }

  @Handles(resources.renameClientProgram)
  async renameClientProgram({ programId, name }: InputOf<typeof resources.renameClientProgram>, call: Call) {
    const renamed = await this.store.commit(call, async (work) => {
      const program = await work.target(ClientProgram, programId, ClientProgramNotFound);
      program.name = name;
      return work.update(program, clientProgramFacts.renamed);
    });
    return programView(renamed);
  }

  @Handles(resources.reportClients)
  reportClients(input: InputOf<typeof resources.reportClients>, call: Call) {
    return this.taking.take(input, call);
  }

  @Handles(resources.clientFigures)
  clientFigures(input: InputOf<typeof resources.clientFigures>, call: Call) {
    return this.figures.figures(input, call);
  }
}
