/** What a browser says of itself, in words that people know. */
export interface Device {
  /** Such as Chrome; none when it is not one that we know. */
  browser?: string;
  /** Such as Windows. */
  system?: string;
  phone: boolean;
}

/** Each before those that it also claims to be. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Lark\/|Feishu\//, 'Feishu'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/QQBrowser\//, 'QQ Browser'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const first = (known: [RegExp, string][], agent: string) => known.find(([like]) => like.test(agent))?.[1];

/** Reads the `User-Agent` of a sign-in. */
export function device(agent: string): Device {
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  return {
    ...(browser !== undefined && { browser }),
    ...(system !== undefined && { system }),
    phone: /Mobile|iPhone|iPod/.test(agent),
  };
}
