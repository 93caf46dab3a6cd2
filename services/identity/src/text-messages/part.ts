import type { Part } from '@lianxue/persistence';
import { PhoneOwners } from './phone-owners.js';
import { ReadingMessages } from './reading-messages.js';
import { Sending } from './sending.js';
import { SigningInByPhone } from './signing-in-by-phone.js';
import { TextCodes } from './text-codes.js';
import { TextMessage } from './text-message.entity.js';
import { TextMessageHandlers } from './text-messages.handlers.js';

/** Codes by text message, and what they open. */
export const textMessages: Part = {
  entities: [TextMessage],
  rules: [PhoneOwners, Sending, TextCodes, SigningInByPhone, ReadingMessages],
  handlers: [TextMessageHandlers],
};
