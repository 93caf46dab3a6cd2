import { dayInBeijing, type Fact, type Follower, type Statements } from '@lianxue/contracts';
import { Injectable } from '@nestjs/common';
import { readings } from './readings/index.js';
import type { Label } from './readings/reading.js';

const readingOfFact = ({ service, thing }: Fact) => readings.get(`${service}.${thing}`);

/** Hears the facts of every service and writes down what each says its entity counts as; what that comes to is counted afterwards, many at a time. */
@Injectable()
export class HearingOfMeasures implements Follower {
  readonly name = 'measures';
  readonly types = [...readings.values()].flatMap(({ types }) => types);

  concerns(fact: Fact): boolean {
    return readingOfFact(fact)?.concerns(fact) ?? false;
  }

  /** A deletion says that the entity counts as nothing any more. */
  async apply(fact: Fact, statements: Statements): Promise<void> {
    const reading = readingOfFact(fact);
    if (!reading) return;
    const { entity, version, time, data } = fact;
    await statements.query(
      'insert into telling (thing, entity, version, day, parts) values ($1, $2, $3, $4, $5) on conflict (thing, entity, version) do nothing',
      [reading.thing, entity, version, dayInBeijing(new Date(time)), JSON.stringify(data === null ? [] : reading.parts(data))],
    );
    const label = data === null ? undefined : reading.label?.(data);
    if (label) await this.keepLabel(label, version, statements);
  }

  private async keepLabel({ dimension, value, name, organisation }: Label, version: number, statements: Statements): Promise<void> {
    await statements.query(
      `insert into measure_label as kept (dimension, value, name, organisation, told) values ($1, $2, $3, $4, $5)
       on conflict (dimension, value) do update set name = excluded.name, organisation = excluded.organisation, told = excluded.told
       where kept.told < excluded.told`,
      [dimension, value, name, organisation, version],
    );
  }
}
