import type { ObjectBrief } from '@/lib/meta';

/** What records can be brought in of, by this person; lines and what is personal come with others. */
export const importable = (objects: ObjectBrief[]): ObjectBrief[] =>
  objects.filter(
    ({ can, traits, personal }) =>
      can.import === true &&
      (can.create === true || can.update === true) &&
      !personal &&
      !traits.some((trait) => ['read_only', 'shape', 'unrecorded'].includes(trait)),
  );
