import { fieldsOf, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tagColour, type TagColour } from '@/ui/theme';

/** The colour of how far a record has come, else of its object. */
export function colourOf(meta: ObjectMeta, entry: Entry): TagColour {
  const phase = fieldsOf(meta).find((field) => field.phase);
  const code = phase && entry[phase.name];
  const choice = phase?.choices?.find((each) => each.code === code);
  return typeof code === 'string' ? tagColour(code, choice?.color) : 'slate';
}
