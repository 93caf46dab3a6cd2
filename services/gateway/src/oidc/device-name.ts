/** How browsers and systems name themselves, the more particular first: many call themselves Chrome or Safari beside their own name. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, '微信 WeChat'],
  [/DingTalk\/(\d+)/, '钉钉 DingTalk'],
  [/EdgA?\/(\d+)/, 'Edge'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/QQBrowser\/(\d+)/, 'QQ浏览器 QQBrowser'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
];

/** `Chrome 141 · Windows`: enough for its owner to know it again, too little to recognise a stranger's machine. */
export function deviceName(userAgent: string | undefined): string {
  const agent = (userAgent ?? '').slice(0, 500);
  const browser = browsers.map(([pattern, name]) => ({ name, version: pattern.exec(agent)?.[1] })).find(({ version }) => version);
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  return [browser && `${browser.name} ${browser.version}`, system].filter(Boolean).join(' · ') || '未知设备 unknown device';
}
