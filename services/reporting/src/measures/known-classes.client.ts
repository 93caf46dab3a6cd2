import { identity } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { KnownClasses } from './known-classes.js';

/** Classes as identity knows them. */
@Injectable()
export class ClassesOfIdentity extends KnownClasses {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async of(people: readonly string[], as: 'pupil' | 'teacher'): Promise<readonly string[]> {
    if (people.length === 0) return [];
    return (await this.clients.of(identity).classesOf({ people: [...people], as })).classes;
  }
}
