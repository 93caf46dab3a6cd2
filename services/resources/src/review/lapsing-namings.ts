import { Inject, Injectable } from '@nestjs/common';
import { reviewingRoles, type Fact, type Follower, type PostFact } from '@lianxue/contracts';
import type { z } from 'zod';
import { ReviewersWork } from './reviewers-work.js';

/** Hears that a reviewer's post has ended: who held it is named no longer. */
@Injectable()
export class LapsingNamings implements Follower {
  readonly name = 'namings';
  readonly types = ['cn.lianxue.identity.post.ended'];

  constructor(@Inject(ReviewersWork) private readonly work: ReviewersWork) {}

  concerns({ data }: Fact): boolean {
    return reviewingRoles.some((role) => role === (data as z.output<typeof PostFact> | null)?.role);
  }

  async apply({ data }: Fact): Promise<void> {
    const { person, role, organisation } = data as z.output<typeof PostFact>;
    await this.work.lapse({ person, role, organisation });
  }
}
