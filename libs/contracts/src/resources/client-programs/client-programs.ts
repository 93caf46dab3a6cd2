import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Day, Id, InstantInput, itemShape, text } from '../../shapes/shapes.js';

const content = {
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .describe('代码 code, unique at the authority'),
  name: text(120).describe('名称，如教学通 name, for instance 教学通'),
};

/** What is rolled out in the shipped configuration; an authority may begin from it, or from a name of its own. */
export const shippedClientPrograms = [{ code: 'jiaoxuetong', name: '赣教云教学通2.0' }] as const;

export const ClientProgramInput = z.strictObject({ ...creatable, ...content });
export const ClientProgramTemplate = z.object(content).meta({ id: 'ClientProgramTemplate' });

/** 教学客户端: a program that is rolled out to the multimedia equipment of classes, and reports from there. */
export const ClientProgram = z
  .object({ ...itemShape, organisation: Id.describe('推广单位 authority that rolls it out'), ...content })
  .meta({ id: 'ClientProgram' });
export type ClientProgram = z.output<typeof ClientProgram>;
export const ClientProgramFact = ClientProgram.omit({ version: true, createdAt: true, updatedAt: true }).meta({ id: 'ClientProgramFact' });
export type ClientProgramFact = z.output<typeof ClientProgramFact>;
export const clientProgramFacts = facts('resources', 'client_program', ClientProgramFact, {
  registered: '教学客户端已登记 A client program was registered',
  renamed: '教学客户端已更名 A client program was renamed',
});

/** Older reports are not taken: by then it is forgotten which have been counted. */
export const reportDays = 31;

export const ClientReport = z
  .strictObject({
    id: Id.describe('报告标识，由设备生成，重发时不变 id the device made for it; the same when it is sent again'),
    kind: z.enum(['installed', 'used', 'removed']).describe('安装、使用、卸载 installed, used in class, removed'),
    organisation: Id.describe('学校 school'),
    schoolClass: Id.describe('班级标识 id of the class'),
    device: text(80).describe('设备标识 id of the device'),
    release: text(40).describe('客户端版本 version of the client'),
    at: InstantInput.describe('发生时间 when it happened'),
    teacher: Id.optional().describe('使用的教师，仅用于计数，不保存其标识 teacher who used it; counted, the id itself is not kept'),
  })
  .meta({ id: 'ClientReport' });
export type ClientReport = z.output<typeof ClientReport>;

export const ClientReportsTaken = z
  .object({
    taken: z.int().describe('计入 counted now'),
    repeated: z.int().describe('此前已计入 counted before'),
    refused: z
      .array(
        z.object({
          id: Id.describe('报告标识 id of the report'),
          why: z
            .enum(['organisation', 'time'])
            .describe('不是所辖学校；时间在未来或早于 31 天 no school in reach; in the future or older than 31 days'),
        }),
      )
      .describe('未计入 not counted'),
  })
  .meta({ id: 'ClientReportsTaken' });
export type ClientReportsTaken = z.output<typeof ClientReportsTaken>;

const used = {
  activeClasses: z.int().describe('使用的班级数 classes that used it'),
  activeTeachers: z.int().describe('使用的教师数 teachers who used it'),
};

export const ClientFigures = z
  .object({
    program: Id.describe('教学客户端 client program'),
    organisation: Id.describe('统计范围 organisation whose subtree is summed'),
    from: Day.describe('起 first day'),
    until: Day.describe('止 last day'),
    installedClasses: z.int().describe('现装机班级数 classes in which it is installed now'),
    ...used,
    releases: z
      .array(
        z.object({
          release: z.string().describe('客户端版本 version of the client'),
          classes: z.int().describe('班级数 classes'),
        }),
      )
      .describe('现装机版本 versions that are installed now'),
    days: z
      .array(z.object({ day: Day.describe('日期 day'), ...used }))
      .describe('逐日，无使用的日子不列 by day; days without use are left out'),
    units: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation'),
          name: z.string().describe('单位名称 its name'),
          installedClasses: z.int().describe('现装机班级数 classes in which it is installed now'),
          ...used,
        }),
      )
      .describe('下一级各单位（含其下级） organisations one level below, each with what lies below it'),
  })
  .meta({ id: 'ClientFigures' });
export type ClientFigures = z.output<typeof ClientFigures>;

/** What one school came to on one day; what reporting counts. */
export const ClientUseFact = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('学校 school'),
    program: Id.describe('教学客户端 client program'),
    day: Day.describe('日期 day'),
    ...used,
  })
  .meta({ id: 'ClientUseFact' });
export type ClientUseFact = z.output<typeof ClientUseFact>;
export const clientUseFacts = facts('resources', 'client_use', ClientUseFact, {
  counted: '学校一日的客户端使用已统计 What a school used of a client program on a day was counted',
});

export const ClientProgramNotFound = refusal('client_program.not_found', 404, {
  zh: '找不到该教学客户端',
  en: 'There is no such client program',
});
export const ClientProgramTaken = refusal('client_program.code_taken', 409, {
  zh: '本单位已有此代码的教学客户端',
  en: 'This authority already has a client program of this code',
});
