import type { Schemas } from '@/lib/api';

/** Something that happened, as the timeline tells it. */
export type Item = Schemas['TimelineItem'];
