import { identity, postRoles } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { pupilOf } from './guardians.js';
import { always, each, subtree } from './words.js';

const nowhere = '404 404 404 404 404';
const family = ['guardian', 'pupil'] as const;
const ofPupil = async (world: World, owner: Place) => ({ params: { personId: await pupilOf(world, owner) } });

/** A system administrator keeps the machine and reads nobody in full. */
export const disclosureRows: readonly MatrixRow[] = [
  {
    operation: identity.disclosePerson,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await ofPupil(world, owner)), body: { reason: 'contact', note: '矩阵', fields: ['phone'] } }),
    expect: { ...each(['schoolAdmin', 'rollManager', 'homeroomTeacher'], subtree), ...each(family, nowhere) },
  },
  { operation: identity.myDisclosures, owner: 'school', ask: async () => ({}), expect: each(postRoles, always) },
  ...([identity.viewers, identity.viewingApps] as const).map((operation): MatrixRow => ({
    operation,
    owner: 'school',
    ask: ofPupil,
    expect: { ...each(['schoolAdmin', 'securityAdmin', 'auditAdmin'], subtree), ...each(family, nowhere) },
  })),
];
