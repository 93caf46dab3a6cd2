import { identity, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { MovingPupils } from './moving-pupils.js';
import { Promoting } from './promoting.js';
import { movementView, ReadingMovements } from './reading-movements.js';

@Controller()
export class PupilsHandlers {
  constructor(
    private readonly moving: MovingPupils,
    private readonly promoting: Promoting,
    private readonly reading: ReadingMovements,
  ) {}

  @Handles(identity.enterPupil)
  async enterPupil(input: InputOf<typeof identity.enterPupil>, call: Call) {
    return movementView(await this.moving.enter(input, call));
  }

  @Handles(identity.changePupilClass)
  async changePupilClass(input: InputOf<typeof identity.changePupilClass>, call: Call) {
    return movementView(await this.moving.changeClass(input, call));
  }

  @Handles(identity.suspendPupil)
  async suspendPupil(input: InputOf<typeof identity.suspendPupil>, call: Call) {
    return movementView(await this.moving.suspend(input, call));
  }

  @Handles(identity.resumePupil)
  async resumePupil(input: InputOf<typeof identity.resumePupil>, call: Call) {
    return movementView(await this.moving.resume(input, call));
  }

  @Handles(identity.leaveSchool)
  async leaveSchool(input: InputOf<typeof identity.leaveSchool>, call: Call) {
    return movementView(await this.moving.leave(input, call));
  }

  @Handles(identity.movementsOfPupil)
  movementsOfPupil(input: InputOf<typeof identity.movementsOfPupil>, call: Call) {
    return this.reading.ofPupil(input, call);
  }

  @Handles(identity.movementsOfSchool)
  movementsOfSchool(input: InputOf<typeof identity.movementsOfSchool>, call: Call) {
    return this.reading.ofSchool(input, call);
  }

  @Handles(identity.previewPromotion)
  previewPromotion(input: InputOf<typeof identity.previewPromotion>, call: Call) {
    return this.promoting.preview(input, call);
  }

  @Handles(identity.promoteGrade)
  async promoteGrade(input: InputOf<typeof identity.promoteGrade>, call: Call) {
    const row = await this.promoting.promote(input, call);
    return { ...row.fact(), createdAt: inBeijing(row.createdAt), updatedAt: inBeijing(row.updatedAt) };
  }
}
