import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CallNotFound,
  CallOtherAuthority,
  CallTaskDueOutside,
  callTaskFacts,
  CallTaskNotFound,
  CallTaskPersonUnknown,
  CallTaskUnitsUnknown,
  callWorkers,
  refuse,
  type activities,
  type Call,
  type CallTaskInput,
  type Caller,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { Posts } from '../../works/posts.js';
import { CallForWorks } from '../call-for-works.entity.js';
import { holdRunning, termsOf, type CallTerms } from '../terms.js';
import { CallTask } from './call-task.entity.js';

/** The authority gives tasks to organisations and people, moves their due time, takes them back; a school names who does its own. */
@Injectable()
export class AssigningTasks {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Posts) private readonly posts: Posts,
  ) {}

  async assign({ callId, tasks }: InputOf<typeof activities.assignTasks>, call: Call): Promise<CallTask[]> {
    for (const { person, organisation } of oncePerPerson(tasks)) await this.holdToPerson(person, organisation);
    return this.store.commit(call, async (work) => {
      const terms = await work.one(CallForWorks, callId, CallNotFound);
      holdRunning(terms);
      await holdToUnits(tasks, terms, work);
      const rows = tasks.map((task) => taskOf(task, terms));
      await work.insertAll(rows, callTaskFacts.assigned);
      return rows;
    });
  }

  /** By the school that owes it, or by the authority itself. */
  async hand({ taskId, person }: InputOf<typeof activities.handTask>, call: Call): Promise<CallTask> {
    const { organisation } = await this.store.one(CallTask, taskId, call, CallTaskNotFound);
    await this.holdToPerson(person, organisation);
    return this.store.commit(call, async (work) => {
      const task = await work.target(CallTask, taskId, CallTaskNotFound);
      if (call.caller.role !== 'schoolAdmin') holdToIssuer(task, call.caller);
      task.allow('hand');
      task.person = person;
      return work.update(task, callTaskFacts.handed);
    });
  }

  postpone({ taskId, due }: InputOf<typeof activities.postponeTask>, call: Call): Promise<CallTask> {
    return this.store.commit(call, async (work) => {
      const task = await work.target(CallTask, taskId, CallTaskNotFound);
      holdToIssuer(task, call.caller);
      return moveDue(task, due, work);
    });
  }

  cancel({ taskId, reason }: InputOf<typeof activities.cancelTask>, call: Call): Promise<CallTask> {
    return this.store.commit(call, async (work) => {
      const task = await work.target(CallTask, taskId, CallTaskNotFound);
      holdToIssuer(task, call.caller);
      task.make('cancel');
      Object.assign(task, { note: reason, remindAt: null });
      return work.update(task, callTaskFacts.cancelled);
    });
  }

  /** Asked before the commit, which must not wait for the wire. */
  private async holdToPerson(person: string, organisation: string): Promise<void> {
    const held = await this.posts.of(person);
    const works = held.some((post) => post.organisation === organisation && callWorkers.some((role) => role === post.role));
    if (!works) throw refuse(CallTaskPersonUnknown, { person });
  }
}

/** Rights over a task go with the authority that gave it, not with every one above the school. */
export function holdToIssuer({ issuer }: { readonly issuer: string }, { organisation }: Caller): void {
  assertThat(organisation === issuer, CallOtherAuthority);
}

/** A new due time within the call, of which the platform reminds anew. */
export async function moveDue(task: CallTask, due: string, work: Work): Promise<CallTask> {
  task.allow('postpone');
  const terms = await termsOf(task, work);
  holdToCall(due, terms);
  task.setDue(new Date(due), terms.settings.remindDays);
  return work.update(task, callTaskFacts.postponed);
}

function holdToCall(due: string, { settings }: CallTerms): void {
  const at = Date.parse(due);
  assertThat(at > Date.parse(settings.opens) && at <= Date.parse(settings.closes), CallTaskDueOutside);
}

function oncePerPerson(tasks: readonly CallTaskInput[]): { person: string; organisation: string }[] {
  const named = tasks.flatMap(({ person, organisation }) => (person === null ? [] : [{ person, organisation }]));
  return [...new Map(named.map((each) => [`${each.person} ${each.organisation}`, each])).values()];
}

/** Organisations at or below the authority that have not closed; a vendor owes no works. */
async function holdToUnits(tasks: readonly CallTaskInput[], { organisation }: CallTerms, work: Work): Promise<void> {
  const asked = [...new Set(tasks.map((task) => task.organisation))];
  const known = await work.query<{ id: string }>(
    `select o.id from organisation o join organisation a on a.path @> o.path where a.id = $1 and o.id = any($2::uuid[])
       and not o.closed and o.kind <> 'vendor'`,
    [organisation, asked],
  );
  const unknown = asked.filter((each) => !known.some(({ id }) => id === each));
  if (unknown.length > 0) throw refuse(CallTaskUnitsUnknown, { count: unknown.length, organisations: unknown });
}

function taskOf({ due, ...asked }: CallTaskInput, terms: CallTerms): CallTask {
  holdToCall(due, terms);
  const task = Object.assign(new CallTask(), asked, { id: newId(), issuer: terms.organisation, call: terms.id });
  task.setDue(new Date(due), terms.settings.remindDays);
  return task;
}
