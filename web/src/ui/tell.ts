import i18next from 'i18next';
import { Problem, Unreachable } from '@/lib/api';
import { toast } from './toast';

/** Why something did not happen: what the server refused, that it is away, or a fault of this page. */
export const whyNot = (error: unknown): string =>
  error instanceof Problem
    ? error.message
    : i18next.t(error instanceof Unreachable ? 'problem.unreachable' : 'problem.unexpected');

/** Says in passing why something did not happen. */
export function tell(error: unknown): void {
  toast.problem(whyNot(error));
}
