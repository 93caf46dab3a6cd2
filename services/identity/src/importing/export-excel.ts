import { Workbook, type Column } from '@lianxue/files';
import type { ExportedPerson } from './exported-people.js';
import { genderWord, idTypeWord, templateHeadings } from './table-columns.js';

/** A person with their numbers in clear, and what their school is called. */
export interface Shown extends ExportedPerson {
  readonly idNumber: string | null;
  readonly pupilNumber: string | null;
  readonly phone: string | null;
  readonly schoolCode: string | null;
  readonly schoolName: string;
}

const values: Readonly<Record<string, (person: Shown) => string | null>> = {
  姓名: ({ name }) => name,
  身份: ({ role }) => (role === 'pupil' ? '学生' : '教师'),
  性别: ({ gender }) => genderWord(gender ?? '') ?? null,
  出生日期: ({ bornOn }) => bornOn,
  证件类型: ({ idType }) => idTypeWord(idType ?? '') ?? null,
  身份证件号: ({ idNumber }) => idNumber,
  学籍号: ({ pupilNumber }) => pupilNumber,
  年级: ({ grade }) => grade,
  班级: ({ class: inClass }) => inClass,
  入学日期: ({ since }) => since,
  联系电话: ({ phone }) => phone,
  当前状态: ({ role, pupilStatus }) => (role !== 'pupil' ? '在职' : pupilStatus === '02' ? '休学' : '在读'),
};

const columnsWith = (valueOf: (heading: string) => (person: Shown) => string | undefined): Column<Shown>[] =>
  templateHeadings.map(({ heading, options }) => ({ heading, text: true, ...(options && { options }), valueOf: valueOf(heading) }));

/** An empty table to fill in: text columns, lists that drop down. */
export const template = (): Buffer =>
  new Workbook<Shown>(
    '名单',
    columnsWith(() => () => undefined),
  ).finish();

/** A table that can be imported again as it is, and then changes nothing. */
export async function excelOf(people: AsyncIterable<Shown>): Promise<{ bytes: Buffer; count: number }> {
  const workbook = new Workbook<Shown>('名单', [
    { heading: '学校标识码', text: true, valueOf: ({ schoolCode }) => schoolCode ?? undefined },
    { heading: '学校', text: true, valueOf: ({ schoolName }) => schoolName },
    ...columnsWith((heading) => (person) => values[heading]!(person) ?? undefined),
  ]);
  let count = 0;
  for await (const person of people) {
    workbook.add([person]);
    count++;
  }
  return { bytes: workbook.finish(), count };
}
