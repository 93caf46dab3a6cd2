import { PasswordWeak, refuse, type PostRole } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { SignInPolicies } from '../sign-in-policies/sign-in-policies.js';
import { isCommon } from './common-passwords.js';
import { CurrentPosts } from './current-posts.js';

/** Of a password that is the only proof, of one with a second factor beside it or of a child, and under 等保三级. */
const atLeast = { alone: 15, eased: 8, 'djbh-l3': 12 } as const;
/** 等保三级 asks for three of: capitals, small letters, digits, all else (Chinese included). */
const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
/** 等保三级 asks for a new password from staff each quarter. */
const daysKept = 90;

/** A post as far as rules for passwords look at it. */
export interface PostGiven {
  readonly role: PostRole;
  readonly organisation: string;
}

/** What the rules at somebody's posts ask of a password. */
export interface PasswordNeeds {
  readonly atLeast: number;
  readonly threeKinds: boolean;
  readonly changeAfterDays: number | undefined;
}

/** Rules for passwords, by the policy that applies to a person. A password of another may not be told from a wrong one. */
@Injectable()
export class PasswordRules {
  constructor(
    private readonly store: Store,
    private readonly policies: SignInPolicies,
    private readonly posts: CurrentPosts,
  ) {}

  async needsOf(person: string): Promise<PasswordNeeds> {
    const [held] = await this.store.read(sql`select 1 from second_factor where person = ${person} and confirmed_at is not null`);
    return this.needsFor(await this.posts.of(person), Boolean(held));
  }

  /** A pupil types on a shared tablet and has no second factor; eight characters and the throttle must do. */
  async needsFor(posts: readonly PostGiven[], secondFactor = false): Promise<PasswordNeeds> {
    const { passwords, secondFactorRequired } = await this.policies.forPosts(posts);
    const child = posts.length > 0 && posts.every(({ role }) => role === 'pupil');
    if (child) return { atLeast: atLeast.eased, threeKinds: false, changeAfterDays: undefined };
    if (passwords === 'djbh-l3') {
      const staff = posts.some(({ role }) => role !== 'pupil' && role !== 'guardian');
      return { atLeast: atLeast['djbh-l3'], threeKinds: true, changeAfterDays: staff ? daysKept : undefined };
    }
    const eased = secondFactor || secondFactorRequired;
    return { atLeast: eased ? atLeast.eased : atLeast.alone, threeKinds: false, changeAfterDays: undefined };
  }

  /** For one that is changed at the first sign-in: whoever chose it told it to another anyway. */
  readonly forInitial: PasswordNeeds = { atLeast: atLeast.eased, threeKinds: false, changeAfterDays: undefined };
}

/** Long enough, counted in characters as people see them; not on every list; not the username. */
export function refuseWeak(password: string, username: string, needs: PasswordNeeds): void {
  const normal = password.normalize('NFKC');
  const lower = normal.toLowerCase();
  const name = username.normalize('NFKC').toLowerCase();
  if ([...normal].length < needs.atLeast) throw refuse(PasswordWeak, { reason: 'short', atLeast: needs.atLeast });
  if (lower.includes(name) || name.includes(lower)) throw refuse(PasswordWeak, { reason: 'contains_username' });
  if (isCommon(lower)) throw refuse(PasswordWeak, { reason: 'common' });
  if (needs.threeKinds && kinds.filter((kind) => kind.test(normal)).length < 3) throw refuse(PasswordWeak, { reason: 'simple' });
}
