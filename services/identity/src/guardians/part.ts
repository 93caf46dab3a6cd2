import type { Part } from '@lianxue/persistence';
import { Binding } from './binding.js';
import { Claiming } from './claiming.js';
import { GuardianHandlers } from './guardians.handlers.js';
import { GuardianInvitation } from './guardian-invitation.entity.js';
import { Inviting } from './inviting.js';
import { ReadingGuardians } from './reading-guardians.js';

/** Guardians, bound by invitation and confirmed by the school. */
export const guardians: Part = {
  entities: [GuardianInvitation],
  rules: [Inviting, Claiming, Binding, ReadingGuardians],
  handlers: [GuardianHandlers],
};
