import { say } from '@/lib/meta';
import { pathOf, type Region } from '@/lib/regions';

/** A region to choose, as the cascader takes it. */
export interface Option {
  value: string;
  label: string;
  /** All its names, by which it is found. */
  names: string;
  isLeaf: boolean;
  children?: Option[];
}

export const option = (region: Region): Option => ({
  value: region.code,
  label: say(region.label),
  names: Object.values(region.label).join('\n').toLowerCase(),
  isLeaf: !region.children,
});

/** The regions in those that they lie in, which all are among them. */
export function treeOf(regions: readonly Region[]): Option[] {
  const all = new Map(regions.map((region) => [region.code, option(region)]));
  const tops: Option[] = [];
  for (const [code, each] of all) {
    const around = all.get(pathOf(code).at(-2) ?? '');
    (around ? (around.children ??= []) : tops).push(each);
  }
  return tops;
}

/** Whether the last of the path is one that is looked for, and not only around one. */
export const isNamed = (text: string, path: readonly Option[]): boolean =>
  path.at(-1)?.names.includes(text.trim().toLowerCase()) === true;
