import type { Schemas } from '@/lib/api';
import type { StoredFile } from '@/lib/files';

/** Something that happened, as the timeline tells it. */
export type Item = Schemas['TimelineItem'] & {
  /** What came or went with a mail. */
  files?: StoredFile[];
};
