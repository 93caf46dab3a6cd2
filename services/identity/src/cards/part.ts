import type { Part } from '@lianxue/persistence';
import { Card } from './card.entity.js';
import { CardHandlers } from './cards.handlers.js';
import { IssuingCards } from './issuing-cards.js';

/** Cards that stand for a person: E卡通, tags, bracelets. */
export const cards: Part = { entities: [Card], rules: [IssuingCards], handlers: [CardHandlers] };
