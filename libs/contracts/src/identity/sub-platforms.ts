import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { switchableServices } from '../switchable-services.js';
import { Day, Id, itemShape, moves, text, Version } from '../shapes/shapes.js';

/** 开通 → 停用 → 重新开通. Its address stays with it throughout. */
export const subPlatformStates = ['open', 'closed'] as const;
export type SubPlatformState = (typeof subPlatformStates)[number];
export const subPlatformLife = new LifeCycle<SubPlatformState, 'close' | 'reopen'>({
  close: { from: ['open'], to: 'closed', by: ['systemAdmin'] },
  reopen: { from: ['closed'], to: 'open', by: ['systemAdmin'] },
});

/** First parts of addresses that the platform uses itself, and words that would let a sub-platform pass for it. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'about account accounts admin administrator api app apps assets auth console docs federation files health help home ims internal ' +
    'lianxue login logout mail oauth oidc official oneroster openapi pages platform problems public root security sign-in sign-out static ' +
    'support system test webhooks www'
  ).split(' '),
);

/** Lower-case letters, digits and single hyphens: nothing that looks like another word in another script, and no `xn--`. */
const Slug = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug.form')
  .describe('地址中的名称，小写字母、数字与单个连字符；/p/ 之后的部分 its name in addresses, what follows /p/');

/** A full name of letters, digits and hyphens. Names in other scripts (`xn--`) are not taken: they can be made to look like another’s. */
const Host = z
  .string()
  .max(253)
  .regex(/^(?=.*[a-z])(?!.*(^|\.)..--)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, 'host.form')
  .describe('自有域名，不含端口 host of its own, without a port');

const shape = {
  name: text(60).describe('中文名称 Chinese name'),
  nameEn: text(100).nullable().describe('英文名称 English name'),
  shortName: text(12).nullable().describe('简称 short name'),
  slug: Slug,
  host: Host.nullable(),
  language: z.enum(['zh', 'en']).describe('默认语言 language of its pages unless the reader chose one'),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'colour.form')
    .nullable()
    .describe('主色，白色文字在其上须清晰可读 main colour; white text on it must be readable'),
  services: z
    .array(z.enum(switchableServices))
    .max(switchableServices.length)
    .describe('开通的服务；网络安全与法定报送不在此列，总是可用 services switched on; network security and duties of law are always there'),
};

/** What an administrator above says on opening one; what they leave out has a default. */
export const SubPlatformOpening = {
  name: shape.name,
  nameEn: shape.nameEn.default(null),
  shortName: shape.shortName.default(null),
  slug: shape.slug,
  host: shape.host.default(null),
  language: shape.language.default('zh'),
  colour: shape.colour.default(null),
  services: shape.services.default([...switchableServices]),
};

/** What its own administrator may change. */
export const SubPlatformChange = z.strictObject({
  name: shape.name.optional(),
  nameEn: shape.nameEn.optional(),
  shortName: shape.shortName.optional(),
  slug: shape.slug.optional(),
  host: shape.host.optional(),
  language: shape.language.optional(),
  colour: shape.colour.optional(),
  services: shape.services.optional(),
});

const shown = {
  ...shape,
  services: z.array(z.enum(switchableServices)).describe('开通的服务 services switched on'),
  logo: z.string().nullable().describe('标志图片的地址，位于平台之下 address of its logo below the platform’s'),
};

export const SubPlatform = z
  .object({
    ...itemShape,
    organisation: Id.describe('所属主管部门 the authority it belongs to'),
    ...shown,
    state: z.enum(subPlatformStates).describe('状态：开通、停用 state'),
    closedOn: Day.nullable().describe('停用日期 day it was closed'),
    moves: moves(['close', 'reopen']),
  })
  .meta({ id: 'SubPlatform' });

/** What anybody may read of one. */
export const PublicSubPlatform = z
  .object({
    id: Id.describe('标识 id (UUIDv7)'),
    version: Version,
    organisation: Id.describe('所属主管部门 the authority it belongs to'),
    ...shown,
  })
  .meta({ id: 'PublicSubPlatform' });

export const SubPlatformFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  name: z.string(),
  nameEn: z.string().nullable(),
  shortName: z.string().nullable(),
  slug: z.string(),
  host: z.string().nullable(),
  language: z.enum(['zh', 'en']),
  colour: z.string().nullable(),
  /** Digest of the picture; null without one. */
  logo: z.string().nullable(),
  services: z.array(z.enum(switchableServices)),
  state: z.enum(subPlatformStates),
});
export const subPlatformFacts = facts('identity', 'sub_platform', SubPlatformFact, {
  opened: '子平台已开通 A sub-platform was opened',
  changed: '子平台已变更 A sub-platform changed',
  moved: '子平台已转给另一主管部门 A sub-platform passed to another authority',
  closed: '子平台已停用 A sub-platform was closed',
  reopened: '子平台已重新开通 A sub-platform was opened again',
});

/** A picture in base64 fits into a body with room to spare. */
export const logoBytes = 96 * 1024;
/** Nobody’s browser unpacks more than this for a logo. */
export const logoPixels = 1024;

export const SubPlatformUnknown = refusal('sub_platform.unknown', 404, { zh: '找不到该子平台', en: 'No such sub-platform' });
export const SubPlatformExists = refusal('sub_platform.exists', 409, {
  zh: '该主管部门已有子平台，停用的可重新开通',
  en: 'This authority has a sub-platform; a closed one can be opened again',
});
export const SubPlatformMisplaced = refusal(
  'sub_platform.misplaced',
  409,
  { zh: '子平台只为市、县与无区划代码的教育主管部门开通', en: 'A {kind} has no sub-platform; cities, counties and bureaus have' },
  z.strictObject({ kind: z.string() }),
);
export const SubPlatformFromAbove = refusal('sub_platform.from_above', 409, {
  zh: '须由上级主管部门的管理员操作',
  en: 'An administrator of an authority above does this',
});
export const SubPlatformClosed = refusal('sub_platform.closed', 409, { zh: '该子平台已停用', en: 'This sub-platform is closed' });
export const SubPlatformAddressTaken = refusal(
  'sub_platform.address_taken',
  409,
  { zh: '地址 {address} 已被使用', en: 'The address {address} is taken' },
  z.strictObject({ field: z.enum(['slug', 'host']), address: z.string() }),
);
export const SubPlatformAddressReserved = refusal(
  'sub_platform.address_reserved',
  409,
  { zh: '地址 {address} 由平台保留', en: 'The address {address} is kept for the platform' },
  z.strictObject({ field: z.enum(['slug', 'host']), address: z.string() }),
);
export const SubPlatformColourPale = refusal('sub_platform.colour_pale', 422, {
  zh: '颜色太浅，白色文字看不清',
  en: 'White text cannot be read on this colour',
});
export const LogoUnusable = refusal(
  'logo.unusable',
  422,
  { zh: '标志须为 PNG 或 JPEG，不超过 96 KB、1024 像素', en: 'A logo is a PNG or JPEG of at most 96 KB and 1024 pixels' },
  z.strictObject({ reason: z.enum(['type', 'size', 'pixels']) }),
);
