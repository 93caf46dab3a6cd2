import type { Part } from '@lianxue/persistence';
import { Bulletin } from './bulletin.entity.js';
import { BulletinsHandlers } from './bulletins.handlers.js';
import { Citing } from './citing.js';
import { Drafting } from './drafting.js';
import { Issuing } from './issuing.js';
import { Objecting } from './objecting.js';
import { BulletinObjection } from './objection.entity.js';
import { BulletinReceipt } from './receipt.entity.js';

/** Figures told to those they are about: written, checked, signed, issued, received, objected to. */
export const bulletins: Part = {
  entities: [Bulletin, BulletinReceipt, BulletinObjection],
  rules: [Citing, Drafting, Issuing, Objecting],
  handlers: [BulletinsHandlers],
};
