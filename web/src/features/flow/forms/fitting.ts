import type { Field, ObjectMeta } from '@/lib/meta';
import { isTime } from './TimeParts';

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);

/** Whether mails go there: to the address itself, or to whoever outside it names. */
const isReachable = ({ type, target }: Field): boolean =>
  type === 'email' || (target !== undefined && target !== 'user');

/** Which fields an input can mean. */
export function fitting(kind: string, meta: ObjectMeta, name = ''): (field: Field) => boolean {
  switch (kind) {
    case 'approval':
      return name === 'field' ? (field) => field.target === 'user' : (field) => !field.read_only;
    case 'mail':
      return isReachable;
    case 'crossed':
      return (field) => NUMBERS.has(field.type);
    case 'date':
    case 'wait':
      return isTime;
    case 'entered':
    case 'left':
      return (field) => field.ops.includes('in') && !isTime(field);
    case 'tag':
      return (field) => field.type === 'tags' && !field.read_only;
    case 'create':
      return (field) => field.target === meta.name || field.type === 'about';
    default:
      return () => true;
  }
}
