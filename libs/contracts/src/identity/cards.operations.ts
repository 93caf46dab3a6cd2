import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles, schoolStaff } from '../roles.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Card, CardHolder, CardKind, CardNotValid, CardTaken, CardUnknown } from './cards.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonClosed, PersonId, PersonMerged, PersonUnknown } from './people.js';

const issuers = ['schoolAdmin', 'rollManager', 'systemAdmin', 'app'] as const;
const params = z.object({ cardId: Id.describe('卡片记录标识 id of the card') });
const number = text(64, 4).describe('卡号 number of the card');

/** E卡通 and other cards that stand for a person. */
export const cardOperations = {
  issueCard: operation('post', '/people/:personId/cards', {
    summary: '发放卡片 Issue a card to a person',
    scope: 'identity.write',
    permits: issuers,
    creates: true,
    params: z.object({ personId: PersonId }),
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('发卡单位 the organisation that issues it'),
      kind: CardKind,
      number,
      until: Card.shape.until.default(null),
    }),
    returns: item(Card),
    fails: [PersonUnknown, PersonClosed, PersonMerged, OrganisationUnknown, OrganisationClosed, CardTaken],
  }),

  cards: operation('get', '/people/:personId/cards', {
    summary: '人员的卡片 List the cards of a person',
    scope: 'identity.read',
    permits: [...schoolStaff, 'rollManager', 'systemAdmin', 'pupil', 'guardian', 'app'],
    params: z.object({ personId: PersonId }),
    query: z.object({ ...paging }),
    returns: page(Card),
  }),

  reportCardLost: operation('post', '/cards/:cardId/report-lost', {
    summary: '挂失卡片 Report a card lost',
    description: '本人、家长或发卡单位均可挂失。 By the person, a guardian or the issuer.',
    scope: 'identity.write',
    permits: [...postRoles.filter((role) => role !== 'vendor'), 'app'],
    params,
    returns: item(Card),
    fails: [CardUnknown],
  }),

  findCardAgain: operation('post', '/cards/:cardId/find-again', {
    summary: '解除挂失 Put a found card back into use',
    scope: 'identity.write',
    permits: issuers,
    params,
    returns: item(Card),
    fails: [CardUnknown],
  }),

  giveCardBack: operation('post', '/cards/:cardId/give-back', {
    summary: '退卡 Give a card back',
    scope: 'identity.write',
    permits: issuers,
    params,
    returns: item(Card),
    fails: [CardUnknown],
  }),

  identifyCard: operation('post', '/cards/identify', {
    summary: '刷卡识别 Tell who holds a card',
    description: '读卡设备的应用以卡号查人；卡号不出现在网址中。 For the app of a reader; the number stays out of the address.',
    scope: 'identity.read',
    permits: issuers,
    body: z.strictObject({ number }),
    returns: value(CardHolder),
    fails: [CardUnknown, CardNotValid],
  }),
};
