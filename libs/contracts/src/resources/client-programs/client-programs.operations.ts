import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { authorityReviewers } from '../../roles.js';
import { Id, item, page, paging, text, value, withinAYear } from '../../shapes/shapes.js';
import {
  ClientFigures,
  ClientProgram,
  ClientProgramInput,
  ClientProgramNotFound,
  ClientProgramTaken,
  ClientProgramTemplate,
  ClientReport,
  ClientReportsTaken,
} from './client-programs.js';

const programId = z.object({ programId: Id.describe('教学客户端标识 id of the client program') });
const keepers = ['systemAdmin', 'centreHead', ...authorityReviewers] as const;
const readers = [...keepers, 'bureauLeader', 'schoolAdmin', 'responsiblePerson', 'app'] as const;

/** 教学通: how far a client program has been rolled out, and who uses it, as the devices report. */
export const clientProgramOperations = {
  clientProgramTemplates: operation('get', '/client-program-templates', {
    summary: '列出随附的教学客户端 List client programs that are shipped',
    scope: 'resources.read',
    permits: keepers,
    returns: value(z.object({ items: z.array(ClientProgramTemplate).describe('随附的教学客户端 what is shipped') })),
  }),
  registerClientProgram: operation('post', '/client-programs', {
    summary: '登记教学客户端 Register a client program',
    description: 'At the acting organisation, for the schools below it.',
    scope: 'resources.write',
    permits: keepers,
    creates: true,
    body: ClientProgramInput,
    returns: item(ClientProgram),
    fails: [ClientProgramTaken],
  }),
  clientPrograms: operation('get', '/client-programs', {
    summary: '列出教学客户端 List client programs',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(ClientProgram),
  }),
  renameClientProgram: operation('patch', '/client-programs/:programId', {
    summary: '更名教学客户端 Rename a client program',
    scope: 'resources.write',
    permits: keepers,
    guarded: true,
    params: programId,
    body: z.strictObject({ name: text(120).describe('名称 name') }),
    returns: item(ClientProgram),
    fails: [ClientProgramNotFound],
  }),
  reportClients: operation('post', '/client-programs/:programId/reports', {
    summary: '上报教学客户端装机与使用 Report where a client program is installed and used',
    description:
      'Up to 500 at once, from devices of the acting organisation and below. A report that is sent again is counted once; what cannot be counted is named and holds up nothing else.',
    scope: 'resources.write',
    permits: ['app'],
    reach: 'handedDown',
    params: programId,
    body: z.strictObject({ reports: z.array(ClientReport).min(1).max(500).describe('报告 reports') }),
    returns: value(ClientReportsTaken),
    fails: [ClientProgramNotFound],
  }),
  clientFigures: operation('get', '/client-programs/:programId/figures', {
    summary: '统计教学客户端装机与使用 How far a client program is installed and used',
    description: 'Of the acting organisation and below, over at most a year: installed now, used in these days, by day and one level down.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: programId,
    query: withinAYear({}),
    returns: value(ClientFigures),
    fails: [ClientProgramNotFound],
  }),
};
