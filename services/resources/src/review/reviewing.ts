import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  holdToReady,
  refuse,
  resourceFacts,
  ResourceHeld,
  ResourceLastStep,
  resourceLifeCycle,
  ResourceNothingChanged,
  ResourceNotFound,
  ResourceOwnReview,
  ResourceStepsRemain,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { askingWithin, Store, type Work } from '@lianxue/persistence';
import { ownResource } from '../catalogue/cataloguing.js';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { grantCredits } from '../credits/granting.js';
import { filesDiffer } from '../files/rounds-of-files.js';
import { shelve } from '../standing/shelving.js';
import { standingsOf } from '../standing/tiers.js';
import { objectionsTo } from './entitled.js';
import { enterReview } from './entering.js';
import { dueAfter, holdToChecklist, holdToCodes, ruleAt } from './rules.js';
import { contentOfRound, recordDecision, type Judgement } from './rounds.js';

/** Authors submit; the tier's reviewers pass, return, reject or publish, one step after another, by the tier's rule. */
@Injectable()
export class Reviewing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  submit(id: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await ownResource(work, id, call);
      const { reviewState, reviewAt, round } = row;
      const at = reviewState === 'returned' ? reviewAt! : await tierFor(row, work);
      row.review('submit');
      holdToReady(row.proposed, call.language);
      const isAsReturned =
        reviewState === 'returned' &&
        isDeepStrictEqual(row.proposed, await contentOfRound(work, id, round)) &&
        !(await filesDiffer(row, round, askingWithin(work)));
      if (isAsReturned || (row.release > 0 && !row.revision)) throw refuse(ResourceNothingChanged);
      await enterReview(row, await ruleAt(at, askingWithin(work)), this.clock.now(), work);
      await work.update(row, resourceFacts.submitted);
      await remember(row, 'submitted', { organisation: at }, work);
      return row;
    });
  }

  /** Passes to the next step. */
  pass(id: string, judgement: Judgement, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const { row, rule } = await this.waiting(id, 'pass', call, work);
      if (row.reviewStep >= row.reviewSteps.length) throw refuse(ResourceLastStep);
      holdToChecklist(rule, judgement.checked);
      await recordDecision(row, { ...judgement, decision: 'passed', by: call.caller.subject, at: this.clock.now() }, work);
      const details = { step: row.reviewSteps[row.reviewStep - 1] };
      row.reviewStep += 1;
      row.reviewDue = dueAfter(rule, this.clock.now());
      await work.update(row, resourceFacts.passed);
      await remember(row, 'passed', { organisation: rule.organisation, details }, work);
      return row;
    });
  }

  /** Returns or rejects, from any step. */
  refuse(id: string, move: 'return' | 'reject', judgement: Judgement, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const { row, rule } = await this.waiting(id, move, call, work);
      holdToCodes(rule, judgement.codes);
      const decision = move === 'return' ? 'returned' : 'rejected';
      await recordDecision(row, { ...judgement, decision, by: call.caller.subject, at: this.clock.now() }, work);
      const details = { codes: judgement.codes };
      row.decided(decision, judgement.reason);
      await work.update(row, resourceFacts[decision]);
      await remember(row, decision, { organisation: rule.organisation, details }, work);
      return row;
    });
  }

  /** The last step: the tier shows it from now on. */
  publish(id: string, judgement: Judgement, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const { row, rule } = await this.waiting(id, 'publish', call, work);
      const remain = row.reviewSteps.slice(row.reviewStep);
      if (remain.length > 0) throw refuse(ResourceStepsRemain, { steps: remain });
      holdToChecklist(rule, judgement.checked);
      const now = this.clock.now();
      await recordDecision(row, { ...judgement, decision: 'published', by: call.caller.subject, at: now }, work);
      const isPromoted = rule.organisation !== row.organisation;
      await shelve(row, rule, now, work);
      row.decided('published', judgement.reason);
      await work.update(row, isPromoted ? resourceFacts.promoted : resourceFacts.published);
      await grantCredits(row, rule, work);
      await remember(row, 'published', { organisation: rule.organisation }, work);
      return row;
    });
  }

  /** The resource, with the move made and the caller entitled to it. */
  private async waiting(id: string, move: 'pass' | 'return' | 'reject' | 'publish', call: Call, work: Work) {
    const row = await work.target(ResourceEntity, id, ResourceNotFound);
    if (row.isMadeBy(call.caller.subject)) throw refuse(ResourceOwnReview);
    row.review(move);
    const ask = askingWithin(work);
    const objection = (await objectionsTo([row], call.caller, ask)).get(id);
    if (objection) throw objection;
    return { row, rule: await ruleAt(row.reviewAt!, ask) };
  }
}

/** Where a resource goes that no tier has returned: a revision to the highest that shows it, anything else to where it belongs. */
async function tierFor(row: ResourceEntity, work: Work): Promise<string> {
  const standings = await standingsOf([row.id], askingWithin(work));
  const held = standings.find(({ status, takenOff }) => status === 'withdrawn' && takenOff === 'emergency');
  if (held && row.status === 'withdrawn') throw refuse(ResourceHeld, { organisation: held.takenOffBy! });
  const highest = standings.filter(({ status }) => status === 'published').at(-1);
  const objection = row.status === 'published' && !row.revision && resourceLifeCycle.objection(row.status, 'submit');
  if (objection) throw objection;
  return highest?.organisation ?? row.organisation;
}
