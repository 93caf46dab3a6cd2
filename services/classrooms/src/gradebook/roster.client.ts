import { identity, Refusal, RosterRowUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { RosterOfClasses, type ClassAsked, type ClassStanding } from './roster-of-classes.js';

/** The roster as identity keeps it. */
@Injectable()
export class AskingIdentity extends RosterOfClasses {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async standing(asked: ClassAsked): Promise<ClassStanding | undefined> {
    try {
      return await this.clients.of(identity).classStanding(asked);
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === RosterRowUnknown.code) return undefined;
      throw error;
    }
  }

  override async withheld(client: string, people: readonly string[]): Promise<ReadonlySet<string>> {
    if (people.length === 0) return new Set();
    const { withheld } = await this.clients.of(identity).withheldPupils({ client, people: [...people] });
    return new Set(withheld);
  }
}
