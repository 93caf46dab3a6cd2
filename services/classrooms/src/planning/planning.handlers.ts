import { Controller, Inject } from '@nestjs/common';
import { classrooms, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Counting } from '../figures/counting.js';
import { Planning } from './planning.js';

@Controller()
export class PlanningHandlers {
  constructor(
    @Inject(Planning) private readonly planning: Planning,
    @Inject(Counting) private readonly counting: Counting,
  ) {}

  @Handles(classrooms.plan)
  async plan(input: InputOf<typeof classrooms.plan>, call: Call) {
    return (await this.planning.plan(input, call)).fact();
  }

  @Handles(classrooms.deliveredClasses)
  deliveredClasses(input: InputOf<typeof classrooms.deliveredClasses>, call: Call) {
    return this.planning.page(input, call, (row) => row.fact());
  }

  @Handles(classrooms.deliveredClass)
  async deliveredClass({ deliveredClassId }: InputOf<typeof classrooms.deliveredClass>, call: Call) {
    return (await this.planning.one(deliveredClassId, call)).fact();
  }

  @Handles(classrooms.figures)
  figures({ deliveredClassId }: InputOf<typeof classrooms.figures>, call: Call) {
    return this.counting.figures(deliveredClassId, call);
  }
}
