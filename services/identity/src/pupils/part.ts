import type { Part } from '@lianxue/persistence';
import { Movement } from './movement.entity.js';
import { MovingPupils } from './moving-pupils.js';
import { Promoting } from './promoting.js';
import { Promotion } from './promotion.entity.js';
import { PupilsHandlers } from './pupils.handlers.js';
import { ReadingMovements } from './reading-movements.js';
import { ReadingTransfers } from './reading-transfers.js';
import { TransferEntity } from './transfer.entity.js';
import { TransfersHandlers } from './transfers.handlers.js';
import { Transferring } from './transferring.js';

/** Pupils on the rolls: 学籍异动, the promotion of grades, transfers between schools. */
export const pupils: Part = {
  entities: [Movement, Promotion, TransferEntity],
  rules: [MovingPupils, Promoting, ReadingMovements, Transferring, ReadingTransfers],
  handlers: [PupilsHandlers, TransfersHandlers],
};
