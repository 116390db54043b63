import i18next from 'i18next';
import { Problem, Unreachable } from '@/lib/api';
import { Overtaken } from '@/lib/changes';
import { toast } from './toast';

/** Why something did not happen: what the server refused, that it is away, or a fault of this page. */
export const whyNot = (error: unknown): string =>
  error instanceof Problem ? error.message : i18next.t(`problem.${kindOf(error)}`);

const kindOf = (error: unknown) =>
  error instanceof Unreachable ? 'unreachable' : error instanceof Overtaken ? 'overtaken' : 'unexpected';

/** Says in passing why something did not happen. */
export function tell(error: unknown): void {
  toast.problem(whyNot(error));
}
