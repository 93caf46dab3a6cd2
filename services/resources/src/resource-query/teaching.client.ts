import { identity, Refusal, RosterRowUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { Teaching, type Taught, type TaughtAsked, type TaughtTo, type TaughtToAsked } from './teaching.js';

/** Classes and courses as identity keeps them. */
@Injectable()
export class TeachingOfIdentity extends Teaching {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override in(asked: TaughtAsked): Promise<Taught | undefined> {
    return known(this.clients.of(identity).taughtIn(asked));
  }

  override to(asked: TaughtToAsked): Promise<TaughtTo | undefined> {
    return known(this.clients.of(identity).taughtTo(asked));
  }
}

async function known<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && error.kind.code === RosterRowUnknown.code) return undefined;
    throw error;
  }
}
