import { announced, at } from './announcing.js';
import { download, sendFile } from './files-of-story.js';
import type { World } from './world.js';

const contract = Buffer.from('%PDF-1.7\n宽带接入合同');

/**
 * A form asks for a contract; the school attaches it, the county reads it, and nothing else passes for it. What the platform knows is
 * fetched again, and a correction that is withdrawn leaves all as it was.
 */
export async function attachmentsStep(world: World): Promise<void> {
  const county = await world.as('countyReviewer', world.counties[0]);
  const school = await world.as('schoolAdmin', world.school);
  const begun = await school.post(`/periods/${await asking(world)}/submissions`, { organisation: world.school.id });
  world.check(begun.status === 201, 'the school begins its submission', begun.body);
  const path = `/submissions/${begun.body.id}`;
  const fetched = await school.post(`${path}/sources`);
  const { sources, values } = fetched.body;
  world.check(fetched.status === 200 && sources?.counts.pupils === values.pupils, 'the pupils are fetched, not typed', fetched.body);
  const without = await school.post(`${path}/submit`);
  world.check(without.body.faults?.[0]?.rule === 'attachment', 'without the contract it is not submitted', without.body);

  const attach = async (name: string, content: Buffer) =>
    school.post(`${path}/attachments`, { code: 'contract', file: await sendFile(world, school, { kind: 'attachment', name }, content) });
  const ticket = await school.post('/files', { kind: 'attachment', name: '合同.pdf' });
  const program = await fetch(ticket.body.uploadUrl as string, { method: 'PUT', body: 'MZ' });
  world.check(program.status === 422, 'a program that calls itself a PDF is refused before anybody has it', await program.text());
  const text = await attach('合同.txt', Buffer.from('宽带接入合同'));
  world.check(text.body.code === 'attachment.wrong_kind', 'a text is not what the form asks for', text.body);
  const attached = await attach('合同.pdf', contract);
  world.check(attached.status === 200 && attached.body.attachments[0]?.kind === 'pdf', 'the contract is taken', attached.body);
  world.check((await school.post(`${path}/submit`)).status === 200, 'and the submission goes out with it');

  const given = await county.post(`${path}/attachments/${attached.body.attachments[0].id}/file`);
  world.check(given.status === 200 && given.body.name === '合同.pdf', 'the county asks for it', given.body);
  const read = Buffer.from(await download(world, county, given.body.id as string));
  world.check(read.equals(contract), 'and reads what the school sent');
  const other = await world.as('countyReviewer', world.counties[1]);
  const hidden = await other.post(`${path}/attachments/${attached.body.attachments[0].id}/file`);
  world.check(hidden.status === 404, 'the county next door does not find it', hidden.body);

  const approved = await county.post(`${path}/approve`, {});
  const reopened = await county.post(`${path}/correction`, { reason: '带宽疑有误', until: at(5) });
  world.check(approved.status === 200 && reopened.body.status === 'returned', 'approved, it is opened for correction', reopened.body);
  const withdrawn = await county.post(`${path}/correction/withdraw`, { reason: '核实无误' });
  const { status, round, attachments } = withdrawn.body;
  world.check(status === 'approved' && round === 1 && attachments.length === 1, 'withdrawn, it stands as it was', withdrawn.body);
  world.say('附件：缺则不能提交，冒名的程序不收，县里按原名下载');
}

async function asking(world: World): Promise<string> {
  const county = await world.as('countyReviewer', world.counties[0]);
  const dataSet = await county.post('/data-sets', {
    organisation: world.counties[0].id,
    code: `contracts_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    name: `宽带接入 ${world.run}`,
    nameEn: `Broadband ${world.run}`,
    form: {
      indicators: [
        { code: 'bandwidth', name: '带宽', nameEn: 'Bandwidth', type: 'integer', unit: 'Mbps' },
        { code: 'pupils', name: '在校生', nameEn: 'Pupils', type: 'integer', prefill: 'pupils' },
      ],
      attachments: [{ code: 'contract', name: '接入合同', nameEn: 'Contract', indicator: 'bandwidth', required: true }],
    },
  });
  world.check(dataSet.status === 201, 'the county defines a form that asks for a file', dataSet.body);
  return announced(world, county, dataSet.body.id as string, `本季 ${world.run}`, [-5, 10]);
}
