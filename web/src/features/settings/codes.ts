import type { Label } from '@/lib/meta';

/** A name for machines made of what people call it; numbered when the English name is missing or taken. */
export function codeOf(label: Label, taken: string[], usual: string): string {
  const said = (label.en ?? label['zh-CN'] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  const free = (code: string) => !taken.includes(code) && !taken.includes(`c_${code}`);
  const wanted = said || usual;
  if (said !== '' && free(said)) {
    return said;
  }
  for (let n = said === '' ? 1 : 2; ; n++) {
    if (free(`${wanted}_${n}`)) {
      return `${wanted}_${n}`;
    }
  }
}
