import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { FolderFiles } from '@lianxue/files';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const families = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文辉梅';

/** A number that checks, of a pupil born from 1900 to 1905: nobody’s. Pupils of one day are as rare as among six real grades. */
function citizen(n: number): string {
  const year = 1900 + (n % 6);
  const month = String((Math.floor(n / 6) % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(n / 72) % 28) + 1).padStart(2, '0');
  const nth = Math.floor(n / 2016);
  const body = `${361002 + Math.floor(nth / 1000)}${year}${month}${day}${String(nth % 1000).padStart(3, '0')}`;
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11];
}

/** Names in no order: a few in a thousand share name and day of birth with somebody, as in a province. */
function nameOf(n: number): string {
  const half = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35) >>> 0;
  return families[mixed % families.length]! + given[(mixed >>> 9) % given.length]! + given[(mixed >>> 20) % given.length]!;
}

const perClass = 45;
const classesPerGrade = 6;
/** Pupils of one school: six grades of six classes. */
export const perSchool = perClass * classesPerGrade * 6;
export const schoolCode = (school: number): string => `2136${String(school).padStart(6, '0')}`;

/** An export of the 学籍 system for many schools. One row in `wrongEvery` has a number that does not check. */
export async function keepTable(folder: string, count: number, wrongEvery: number, owner: { subject: string; client: string }) {
  const path = `${folder}.csv`;
  const out = createWriteStream(path);
  let text = '学校标识码,姓名,性别,身份证件号,全国学籍号,年级,班级,入学年月,学生当前状态\r\n';
  for (let n = 0; n < count; n++) {
    const id = citizen(n);
    const within = n % perSchool;
    const grade = '一二三四五六'[Math.floor(within / (perClass * classesPerGrade))]!;
    const inGrade = (Math.floor(within / perClass) % classesPerGrade) + 1;
    const name = nameOf(n);
    const shown = n % wrongEvery === 7 ? `${id.slice(0, 17)}${id[17] === '0' ? '1' : '0'}` : id;
    text += `${schoolCode(Math.floor(n / perSchool))},${name},${Number(id[16]) % 2 ? '男' : '女'},${shown},G${id},${grade}年级,${inGrade},202609,在读\r\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
  const about = { id: randomUUID(), kind: 'roster', name: '学籍导出.csv', owner, until: new Date(Date.now() + 86_400_000) };
  return new FolderFiles(folder).keep(createReadStream(path), about);
}
