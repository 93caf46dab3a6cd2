import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, value } from '../shapes/shapes.js';
import { UnitContact, UnitCounts } from './units.js';

/** What other services ask about the organisations they collect from. */
export const unitOperations = {
  contactsOf: operation('post', '/internal/contacts-of', {
    summary: '单位联系人 Contacts of organisations',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ organisations: z.array(Id).max(200) }),
    returns: value(z.object({ contacts: z.array(UnitContact) })),
  }),

  countsOf: operation('post', '/internal/counts-of', {
    summary: '单位已有的数 What is known of an organisation in numbers',
    internal: true,
    permits: ['service'],
    // Points that report by themselves are not counted at the school that answers for them.
    body: z.strictObject({ organisation: Id, withPoints: z.boolean() }),
    returns: value(UnitCounts),
  }),
};
