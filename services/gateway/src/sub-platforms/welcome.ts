import type { SwitchableService } from '@lianxue/contracts';
import { html } from '../pages/sign-in/html.js';
import type { Page } from '../pages/sign-in/layout.js';
import type { Language } from '../problems/language.js';
import type { SubPlatform } from './sub-platforms.js';

const services: Record<SwitchableService, Record<Language, string>> = {
  resources: { zh: '数字资源', en: 'Learning resources' },
  classrooms: { zh: '专递课堂与在线课堂', en: 'Delivered and online classes' },
  reporting: { zh: '数据填报', en: 'Reporting' },
  activities: { zh: '活动与竞赛', en: 'Activities and contests' },
};

const say = {
  zh: { lead: '本地区学校的师生、家长和管理人员从各应用登录，一个账号通行。', offered: '已开通的服务' },
  en: {
    lead: 'Pupils, teachers, parents and officers of this region sign in from their apps, with one account for all.',
    offered: 'What is offered here',
  },
};

/** The first page of a sub-platform. */
export function welcome({ services: offered }: SubPlatform, name: string, language: Language): Page {
  const body = html`<h1>${name}</h1>
    <p class="lead">${say[language].lead}</p>
    ${
      offered.length > 0 &&
      html`<p>${say[language].offered}</p>
        <ul class="rights">
          ${offered.map((service) => html`<li>${services[service][language]}</li>`)}
        </ul>`
    }`;
  return { language, title: name, body };
}
