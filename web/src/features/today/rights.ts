import { fieldOf, verbsOf, type ObjectMeta } from '@/lib/meta';
import type { Line } from './lines';
import type { Metas } from './wanted';

const writes = (meta: ObjectMeta | undefined, field: string): boolean =>
  meta?.can.update === true && fieldOf(meta, field)?.access === 'write';

const verb = (meta: ObjectMeta | undefined, name: string): boolean =>
  meta !== undefined && verbsOf(meta).some((each) => each.name === name && each.can);

/** The field that moves when something is put off. */
export const putOffField = (line: Line): string | undefined => {
  switch (line.object) {
    case 'task':
      return 'due_at';
    case 'opportunity':
      return line.reason === 'late' ? 'close_date' : 'next_follow_up_at';
    case 'lead':
      return 'next_follow_up_at';
    default:
      return undefined;
  }
};

/** What the person may do with the line. */
export interface Can {
  /** Done by one key: a task is complete, a mention seen. */
  complete: boolean;
  putOff: boolean;
  /** Noting down what was talked about. */
  write: boolean;
  /** Planning what comes next. */
  plan: boolean;
}

export function canDo(metas: Metas, line: Line): Can {
  const field = putOffField(line);
  return {
    complete:
      (line.object === 'task' && verb(metas.task, 'complete')) ||
      (line.object === 'mention' && verb(metas.mention, 'see')),
    putOff: field !== undefined && writes(metas[line.object], field),
    write: line.about !== undefined && metas.activity?.can.create === true,
    plan: line.about !== undefined && metas.task?.can.create === true,
  };
}
