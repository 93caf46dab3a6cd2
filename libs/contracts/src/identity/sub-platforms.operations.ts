import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import {
  logoBytes,
  LogoUnusable,
  PublicSubPlatform,
  SubPlatform,
  SubPlatformAddressReserved,
  SubPlatformAddressTaken,
  SubPlatformChange,
  SubPlatformClosed,
  SubPlatformColourPale,
  SubPlatformExists,
  SubPlatformFromAbove,
  SubPlatformMisplaced,
  SubPlatformOpening,
  subPlatformStates,
  SubPlatformUnknown,
} from './sub-platforms.js';

const params = z.object({ subPlatformId: Id.describe('子平台标识 id of the sub-platform') });
const readers = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'bureauLeader', 'centreHead'] as const;

export const subPlatformOperations = {
  openSubPlatform: operation('post', '/sub-platforms', {
    summary: '为市、县开通虚拟子平台 Open a sub-platform for a city or county',
    description:
      '由上级管理员免费开通，不需部署，数秒内生效；地址一经使用即长期保留。 Opened by an administrator above, free of charge and without a deployment; it works within seconds. An address once taken stays taken.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('所属主管部门 the authority it is for'),
      ...SubPlatformOpening,
    }),
    returns: item(SubPlatform),
    fails: [
      OrganisationUnknown,
      OrganisationClosed,
      SubPlatformExists,
      SubPlatformMisplaced,
      SubPlatformFromAbove,
      SubPlatformAddressTaken,
      SubPlatformAddressReserved,
      SubPlatformColourPale,
    ],
  }),

  subPlatforms: operation('get', '/sub-platforms', {
    summary: '子平台列表 List sub-platforms',
    scope: 'identity.read',
    permits: readers,
    query: z.object({ state: z.enum(subPlatformStates).optional().describe('状态：开通、停用 state'), ...paging }),
    returns: page(SubPlatform),
    fails: [],
  }),

  subPlatform: operation('get', '/sub-platforms/:subPlatformId', {
    summary: '查看子平台 Read a sub-platform',
    scope: 'identity.read',
    permits: readers,
    params,
    returns: item(SubPlatform),
    fails: [SubPlatformUnknown],
  }),

  subPlatformAt: operation('get', '/sub-platform-addresses/:address', {
    summary: '按地址查看子平台 Read the sub-platform at an address',
    description:
      '公开；按地址名称或自有域名查找，用过的地址名称也能找到。可缓存一分钟。 Public; by its name in addresses, one it had before, or its own host. May be kept for a minute.',
    permits: 'anyone',
    reach: 'public',
    keptSeconds: 60,
    params: z.object({ address: text(253).describe('地址名称或域名 name in addresses, or host') }),
    returns: item(PublicSubPlatform),
    fails: [SubPlatformUnknown],
  }),

  changeSubPlatform: operation('patch', '/sub-platforms/:subPlatformId', {
    summary: '变更子平台 Change a sub-platform',
    description:
      '由本级或上级管理员变更；关闭某项服务后，本级及下级（另有子平台的除外）数秒内不能再使用。 By its own administrator or one above. What is switched off stops within seconds, here and below where no nearer sub-platform says otherwise.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params,
    body: SubPlatformChange,
    returns: item(SubPlatform),
    fails: [SubPlatformUnknown, SubPlatformClosed, SubPlatformAddressTaken, SubPlatformAddressReserved, SubPlatformColourPale],
  }),

  setSubPlatformLogo: operation('put', '/sub-platforms/:subPlatformId/logo', {
    summary: '设定子平台标志 Set the logo of a sub-platform',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params,
    body: z.strictObject({
      image: z
        .base64()
        .max(Math.ceil(logoBytes / 3) * 4 + 4)
        .nullable()
        .describe('PNG 或 JPEG 图片的 Base64；空为去掉 the picture in Base64, PNG or JPEG; null takes it away'),
    }),
    returns: item(SubPlatform),
    fails: [SubPlatformUnknown, SubPlatformClosed, LogoUnusable],
  }),

  closeSubPlatform: operation('post', '/sub-platforms/:subPlatformId/close', {
    summary: '停用子平台 Close a sub-platform',
    description: '由上级管理员停用；记录与地址保留，可重新开通。 By an administrator above; what it was and its address are kept.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(SubPlatform),
    fails: [SubPlatformUnknown, SubPlatformFromAbove],
  }),

  reopenSubPlatform: operation('post', '/sub-platforms/:subPlatformId/reopen', {
    summary: '重新开通子平台 Open a sub-platform again',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(SubPlatform),
    fails: [SubPlatformUnknown, SubPlatformFromAbove, OrganisationClosed],
  }),

  subPlatformLogo: operation('post', '/internal/sub-platform-logo', {
    summary: '子平台标志的内容 The logo of a sub-platform',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ subPlatform: Id }),
    returns: value(z.object({ digest: z.string(), type: z.enum(['image/png', 'image/jpeg']), image: z.string() })),
    fails: [SubPlatformUnknown],
  }),
};
