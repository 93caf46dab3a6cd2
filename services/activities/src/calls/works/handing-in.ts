import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CallNotFound,
  CallTaskNotFound,
  CallTaskNotShot,
  callWorkFacts,
  CallWorkNotFound,
  CallWorkNotYours,
  CallWorkTaskFull,
  CallWorkTaskNeeded,
  CallWorkTaskOver,
  CallWorkUnchanged,
  CallWorkWithoutFile,
  CLOCK,
  holdToContributors,
  holdToReady,
  type activities,
  type Call,
  type CallWorkContent,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Posts } from '../../works/posts.js';
import { CallForWorks } from '../call-for-works.entity.js';
import { CallTask } from '../tasks/call-task.entity.js';
import { holdInTime, holdRunning, termsOf, type CallTerms } from '../terms.js';
import { CallWork } from './call-work.entity.js';
import { mayWrite } from './call-work.view.js';

/** A teacher begins a work, changes it, hands it in, or takes it back. */
@Injectable()
export class HandingIn {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin({ id = newId(), callId, organisation, task, content }: InputOf<typeof activities.beginWork>, call: Call): Promise<CallWork> {
    const terms = await this.store.one(CallForWorks, callId, call, CallNotFound);
    holdInTime(terms, this.clock.now());
    if (task === undefined) assertThat(terms.settings.openToAll, CallWorkTaskNeeded);
    await this.holdToContributors(content);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      if (task !== undefined) await holdToTask(task, callId, organisation, work);
      const begun = Object.assign(new CallWork(), {
        ...{ id, organisation, content, issuer: terms.organisation, call: callId, task: task ?? null },
        ...{ author: call.caller.subject, type: terms.settings.resourceType },
      });
      return work.insert(begun, callWorkFacts.begun, (existing) => isDeepStrictEqual(said(existing), said(begun)));
    });
  }

  async change({ workId, content }: InputOf<typeof activities.changeWork>, call: Call): Promise<CallWork> {
    await this.holdToContributors(content, (await this.store.one(CallWork, workId, call, CallWorkNotFound)).content);
    return this.store.commit(call, async (work) => {
      const changed = await writable(workId, call, work);
      changed.touch();
      changed.content = content;
      return work.update(changed, callWorkFacts.changed);
    });
  }

  submit(workId: string, call: Call): Promise<CallWork> {
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      const submitted = await writable(workId, call, work);
      const wasReturned = submitted.status === 'returned';
      submitted.make('submit');
      const terms = await termsOf(submitted, work);
      if (wasReturned) holdRunning(terms);
      else holdInTime(terms, now);
      holdToContent(submitted, terms, call);
      if (submitted.task !== null) await holdToOwed(submitted.task, terms, work);
      submitted.round += 1;
      submitted.submittedAt = now;
      return work.update(submitted, callWorkFacts.submitted);
    });
  }

  withdraw(workId: string, call: Call): Promise<CallWork> {
    return this.store.commit(call, async (work) => {
      const withdrawn = await writable(workId, call, work);
      withdrawn.make('withdraw');
      return work.update(withdrawn, callWorkFacts.withdrawn);
    });
  }

  private holdToContributors({ contributors }: CallWorkContent, before?: CallWorkContent): Promise<void> {
    return holdToContributors(contributors, before?.contributors ?? [], (person) => this.posts.of(person));
  }
}

/** The work the call addresses, which must be the caller's to write. */
export async function writable(workId: string, { caller }: Call, work: Work): Promise<CallWork> {
  const found = await work.target(CallWork, workId, CallWorkNotFound);
  assertThat(mayWrite(found, caller), CallWorkNotYours);
  return found;
}

/** The task is the organisation's own, of this call, and still owes works. */
async function holdToTask(taskId: string, callId: string, organisation: string, work: Work): Promise<void> {
  const task = await work.one(CallTask, taskId, CallTaskNotFound);
  assertThat(task.call === callId && task.organisation === organisation, CallTaskNotFound);
  assertThat(task.isOpen, CallWorkTaskOver);
}

function holdToContent({ content, files, touched }: CallWork, { settings }: CallTerms, { language }: Call): void {
  // An application is no resource: what it says stands in its files.
  if (settings.catalogued) holdToReady(content, language);
  assertThat(settings.files === 0 || files.length > 0, CallWorkWithoutFile);
  assertThat(touched, CallWorkUnchanged);
}

/** Locked, so that of two works for the last place one comes after the other. */
async function holdToOwed(id: string, { settings }: CallTerms, work: Work): Promise<void> {
  const [task] = await work.all(CallTask, sql`t.id = ${id}`, 1);
  assertThat(task!.isOpen, CallWorkTaskOver);
  assertThat(!settings.plan || task!.status === 'shot', CallTaskNotShot);
  const [row] = await work.query<{ count: number }>(
    `select count(*)::int as count from call_work where task = $1 and status in ('submitted', 'accepted')`,
    [id],
  );
  assertThat(row!.count < task!.owed, CallWorkTaskFull, { owed: task!.owed });
}

const said = ({ organisation, call, task, author, content }: CallWork) => ({ organisation, call, task, author, content });
