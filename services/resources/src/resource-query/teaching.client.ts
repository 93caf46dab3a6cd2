import { identity, Refusal, RosterRowUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { Teaching, type Taught, type TaughtAsked } from './teaching.js';

/** Classes and courses as identity keeps them. */
@Injectable()
export class TeachingOfIdentity extends Teaching {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async in(asked: TaughtAsked): Promise<Taught | undefined> {
    try {
      return await this.clients.of(identity).taughtIn(asked);
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === RosterRowUnknown.code) return undefined;
      throw error;
    }
  }
}
