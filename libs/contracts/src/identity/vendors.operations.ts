import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
import { CodeInvalid, CodeTaken, OrganisationClosed, OrganisationMisplaced, OrganisationUnknown } from './organisations.js';
import { NumberInvalid } from './people.js';
import {
  Reasons,
  RegisteredVendor,
  Vendor,
  VendorHasPapers,
  VendorIncomplete,
  vendorPapers,
  VendorQueueFull,
  VendorUnknown,
} from './vendors.js';

const { name, ...others } = vendorPapers;
const papers = { name, ...(Object.fromEntries(Object.entries(others).map(([key, field]) => [key, field.default(null)])) as Defaulted) };
type Defaulted = { [K in keyof typeof others]: z.ZodDefault<(typeof others)[K]> };

const params = z.object({ vendorId: Id.describe('企业标识 id of the vendor') });
const readers = ['vendor', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const;

export const vendorOperations = {
  registerVendor: operation('post', '/vendors', {
    summary: '企业自行登记 Register oneself as a vendor',
    description:
      '任何企业均可登记；得到一个待审核的企业和首个账号，密码只显示这一次。 Open to everyone: makes a vendor that waits for review and its first account, whose password is shown this once.',
    permits: 'anyone',
    reach: 'public',
    allowance: { calls: 20, seconds: 3600 },
    creates: true,
    body: z.strictObject({
      authority: Id.optional().describe('受理的主管部门，默认为平台最高主管部门 the authority to apply to; the highest unless said'),
      ...papers,
    }),
    returns: item(RegisteredVendor),
    fails: [OrganisationUnknown, OrganisationClosed, OrganisationMisplaced, CodeInvalid, NumberInvalid, VendorQueueFull],
  }),

  enterVendor: operation('post', '/organisations/:organisationId/vendors', {
    summary: '代企业登记 Enter a vendor’s papers for it',
    description:
      '在主管部门下新设企业，或为已有的企业组织补登材料。 Below an authority it makes a new vendor; at a vendor organisation without papers it adds them.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    params: z.object({ organisationId: Id.describe('主管部门或企业 the authority, or the vendor itself') }),
    body: z.strictObject({ ...papers, account: z.boolean().default(true).describe('是否开通首个账号 whether to open a first account') }),
    returns: item(RegisteredVendor),
    fails: [OrganisationUnknown, OrganisationClosed, OrganisationMisplaced, CodeInvalid, NumberInvalid, VendorHasPapers],
  }),

  vendors: operation('get', '/vendors', {
    summary: '企业列表 List vendors',
    scope: 'identity.read',
    permits: readers,
    query: z.object({ state: Vendor.shape.state.optional(), ...paging }),
    returns: page(Vendor),
  }),

  vendor: operation('get', '/vendors/:vendorId', {
    summary: '查看企业 Read a vendor',
    description: '还缺什么、在谁手里、自何时起。 What is missing, who has it on the desk, and since when.',
    scope: 'identity.read',
    permits: readers,
    params,
    returns: item(Vendor),
    fails: [VendorUnknown],
  }),

  changeVendor: operation('patch', '/vendors/:vendorId', {
    summary: '变更企业材料 Change the papers of a vendor',
    description: '已通过的企业变更材料后重新待审核。 Changed papers of an approved vendor wait for review again.',
    scope: 'identity.write',
    permits: ['vendor', 'systemAdmin'],
    guarded: true,
    params,
    body: z.strictObject(vendorPapers).partial(),
    returns: item(Vendor),
    fails: [VendorUnknown, CodeInvalid, NumberInvalid],
  }),

  submitVendor: operation('post', '/vendors/:vendorId/submit', {
    summary: '重新提交企业材料 Submit the papers of a vendor again',
    scope: 'identity.write',
    permits: ['vendor'],
    params,
    returns: item(Vendor),
    fails: [VendorUnknown, VendorIncomplete],
  }),

  approveVendor: operation('post', '/vendors/:vendorId/approve', {
    summary: '企业审核通过 Approve a vendor',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(Vendor),
    fails: [VendorUnknown, VendorIncomplete, CodeTaken, CodeInvalid],
  }),

  returnVendor: operation('post', '/vendors/:vendorId/return', {
    summary: '企业材料退回修改 Return the papers of a vendor',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    body: z.strictObject({ reasons: Reasons }),
    returns: item(Vendor),
    fails: [VendorUnknown],
  }),
};
