import type { ObjectBrief } from '@/lib/meta';

/** What records can be brought in of, by this person; not what people keep for themselves. */
export const importable = (objects: ObjectBrief[]): ObjectBrief[] =>
  objects.filter(
    ({ can, module, traits }) =>
      can.import === true &&
      (can.create === true || can.update === true) &&
      module !== 'workspace' &&
      !traits.some((trait) => ['personal', 'read_only', 'shape', 'unrecorded'].includes(trait)),
  );
