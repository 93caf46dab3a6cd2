import { resourceLifeCycle, resourceReviewers, type Caller, type Resource, type Role } from '@lianxue/contracts';
import type { ResourceEntity } from './resource.entity.js';

/** A resource as this caller reads it, who answers for it unless it was handed down from above. */
export function resourceView(row: ResourceEntity, caller: Caller, answersFor = true): Resource {
  return {
    ...row.fact(),
    author: row.author,
    lastDecision: row.lastDecision,
    lastReason: row.lastReason,
    moves: answersFor ? movesFor(row, caller) : [],
  };
}

/** The author submits, others review, and either may withdraw. */
function movesFor(row: ResourceEntity, caller: Caller): Resource['moves'] {
  const isAuthor = row.author === caller.subject;
  const reviews = (resourceReviewers as readonly Role[]).some((role) => role === caller.role);
  return resourceLifeCycle.movesFor(row.status, caller).filter((move) => {
    if (move === 'submit') return isAuthor;
    return move === 'withdraw' ? isAuthor || reviews : !isAuthor;
  });
}
