import { z } from 'zod';
import type { OrganisationKind } from '../roles.js';
import { Id, itemShape } from '../shapes/shapes.js';
import { FileFamily } from './contents.js';

/** 层级: whose files they are, by who sends them. */
export const fileTiers = ['school', 'county', 'city', 'province'] as const;
export type FileTier = (typeof fileTiers)[number];

/** The tier at which an organisation of this kind stands. */
export function tierOf(kind: OrganisationKind): FileTier {
  if (kind === 'province' || kind === 'city') return kind;
  return kind === 'county' || kind === 'bureau' ? 'county' : 'school';
}

const gigabyte = 1024;
/** The largest file that anybody may send, in MB: a lesson filmed in one piece. */
export const mostFileMegabytes = 2 * gigabyte;

/** What is taken of a family, in MB; a family that is not named is not taken. */
const Megabytes = z
  .partialRecord(FileFamily, z.int().min(1).max(mostFileMegabytes))
  .describe('各大类每个文件至多多少 MB，未列出的不收 most megabytes of each family; those not named are not taken');
export type FileMegabytes = z.output<typeof Megabytes>;

/** What holds where no authority set anything: the higher the tier, the more what is sent there has been worked on. */
export const shippedAllowances = {
  school: { document: 200, presentation: 500, sheet: 100, image: 50, audio: 500, video: 2 * gigabyte, package: 500 },
  county: { document: 200, presentation: 500, sheet: 100, image: 50, audio: 500, video: 2 * gigabyte, package: gigabyte },
  city: { document: 200, presentation: 500, sheet: 100, image: 50, audio: 500, video: 2 * gigabyte, package: gigabyte },
  province: { document: 200, presentation: 500, sheet: 100, image: 50, audio: 500, video: 2 * gigabyte, package: gigabyte },
} as const satisfies Record<FileTier, FileMegabytes>;

export const AllowanceInput = z.strictObject({
  tier: z.enum(fileTiers).describe('层级：谁上传的文件 tier of whoever sends the file'),
  megabytes: Megabytes,
});

/** What one authority takes of those below it, at one tier. */
export const FileAllowance = z
  .object({
    ...itemShape,
    organisation: Id.describe('制定单位 the authority that set it'),
    ...AllowanceInput.shape,
  })
  .meta({ id: 'FileAllowance' });

/** What is taken at an organisation, tier by tier. */
export const FileAllowancesInForce = z
  .object({
    organisation: Id.describe('组织 the organisation asked about'),
    tier: z.enum(fileTiers).describe('它自己的层级 its own tier'),
    allowances: z
      .array(
        z.object({
          tier: z.enum(fileTiers).describe('层级 tier'),
          setBy: Id.nullable().describe('由哪级制定；空为出厂设置 who set it; null: nobody, as shipped'),
          megabytes: Megabytes,
        }),
      )
      .describe('各层级 tier by tier'),
  })
  .meta({ id: 'FileAllowancesInForce' });
