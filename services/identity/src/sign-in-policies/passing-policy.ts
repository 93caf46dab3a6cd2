import { signInPolicyFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { both, SignInPolicy } from './sign-in-policy.entity.js';

/** Whoever passes over to another organisation is protected there no less: of what both ask, the stricter. */
export async function passSignInPolicy(from: string, into: string, work: Work): Promise<void> {
  const [[passing], [held]] = [
    await work.all(SignInPolicy, sql`t.organisation = ${from}`, 1),
    await work.all(SignInPolicy, sql`t.organisation = ${into}`, 1),
  ];
  if (!passing) return;
  await work.update(
    held ? Object.assign(held, both(held, passing)) : Object.assign(passing, { organisation: into }),
    signInPolicyFacts.set,
  );
}
