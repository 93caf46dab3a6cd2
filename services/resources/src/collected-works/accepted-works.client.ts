import { activities, CallWorkNotFound, Refusal, type AcceptedWork } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { AcceptedWorks } from './accepted-works.js';

/** Works as activities keeps them. */
@Injectable()
export class AcceptedWorksOfActivities extends AcceptedWorks {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async of(work: string): Promise<AcceptedWork | undefined> {
    try {
      return await this.clients.of(activities).acceptedWork({ work });
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === CallWorkNotFound.code) return undefined;
      throw error;
    }
  }
}
