/** What `navigator.userAgentData` of Chromium tells when asked; other browsers have none. */
export interface AgentHints {
  model?: string;
  platform?: string;
}

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Macintosh|Mac OS X|macOS/, 'Mac'],
  [/Windows/, 'Windows'],
  [/CrOS|Chrome OS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];
const browsers: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrom(?:e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const nameIn = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** A first guess at what its owner would call this device, at most 60 characters; to be corrected by hand. */
export function modelName(userAgent: string, hints: AgentHints = {}): string {
  const told = hints.model?.trim() ?? '';
  // Chromium's reduced user agent says "K" for every Android model.
  const inAgent = /Android [^;)]*; ([^;)]+?)(?: Build\/[^;)]*)?\)/.exec(userAgent)?.[1]?.trim() ?? '';
  const model = told !== '' ? told : inAgent === 'K' ? '' : inAgent;
  if (model !== '') return model.slice(0, 60);
  const system = nameIn(systems, `${hints.platform ?? ''} ${userAgent}`) ?? 'This device';
  const browser = nameIn(browsers, userAgent);
  return browser === undefined || system === 'iPhone' || system === 'iPad' ? system : `${system}, ${browser}`;
}
