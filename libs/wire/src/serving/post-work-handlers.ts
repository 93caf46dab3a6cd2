import { Controller, Inject, Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  POST_WORK,
  type Contract,
  type Fact,
  type Follower,
  type InputOf,
  type PostFact,
  type postWork,
  type PostWork,
} from '@lianxue/contracts';
import type { z } from 'zod';
import { Handles } from './handling.js';

type PostWorkOperation = ReturnType<typeof postWork>;

/** The service's own, provided somewhere in its modules. */
const workOf = (modules: ModuleRef): PostWork => modules.get<PostWork>(POST_WORK, { strict: false });

/** Serves the `postWork` of a contract from what the service provides as {@link POST_WORK}. */
export function postWorkHandlers(contract: Contract): Type[] {
  const operation = contract['postWork'] as PostWorkOperation | undefined;
  if (!operation) return [];

  @Controller()
  class PostWorkHandlers {
    constructor(@Inject(ModuleRef) private readonly modules: ModuleRef) {}

    @Handles(operation as PostWorkOperation)
    async postWork(holder: InputOf<PostWorkOperation>) {
      return { items: await workOf(this.modules).of(holder) };
    }
  }
  return [PostWorkHandlers];
}

/** Hears that a post was handed over, and lets what waits in this service pass to the successor. */
@Injectable()
export class PassingWorkOver implements Follower {
  readonly name = 'work';
  readonly types = ['cn.lianxue.identity.post.handed_over'];

  constructor(@Inject(ModuleRef) private readonly modules: ModuleRef) {}

  async apply({ data }: Fact): Promise<void> {
    const { person, role, organisation, successorPerson } = data as z.output<typeof PostFact>;
    if (successorPerson) await workOf(this.modules).passOver({ person, role, organisation }, successorPerson);
  }
}
