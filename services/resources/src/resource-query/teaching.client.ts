import { identity, Refusal, RosterRowUnknown, type InputOf, type OutputOf } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';

export type Taught = OutputOf<typeof identity.taughtIn>;

/** What is taught in classes and courses; identity knows. */
@Injectable()
export class Teaching {
  constructor(@Inject(Clients) private readonly clients: Clients) {}

  /** Undefined when there is no such class or course. */
  async in(asked: InputOf<typeof identity.taughtIn>): Promise<Taught | undefined> {
    try {
      return await this.clients.of(identity).taughtIn(asked);
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === RosterRowUnknown.code) return undefined;
      throw error;
    }
  }
}
