import { inBeijing, type SandboxStep } from '@lianxue/contracts';
import { sandboxSchool, usernameIn } from './sandbox-school.js';
import type { Sandbox } from './sandbox.entity.js';

export function sandboxView(row: Sandbox, needed: readonly SandboxStep[]) {
  const { classes, people } = sandboxSchool(row.app);
  return {
    id: row.id,
    version: row.version,
    createdAt: inBeijing(row.createdAt),
    updatedAt: inBeijing(row.updatedAt),
    app: row.app,
    clientId: row.client,
    county: row.county,
    school: row.school,
    classes: classes.map(({ id }) => id),
    people: people.map((figure) => ({
      id: figure.id,
      role: figure.role,
      organisation: figure.organisation,
      username: figure.account ? usernameIn(row.app, figure) : null,
    })),
    resetAt: inBeijing(row.resetAt),
    checklist: row.checklist(needed),
  };
}
