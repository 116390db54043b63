import i18next from 'i18next';
import { Problem } from '@/lib/api';
import { toast } from './toast';

/** Why something did not happen. */
export const whyNot = (error: unknown): string =>
  error instanceof Problem ? error.message : i18next.t('problem.unreachable');

/** Says in passing why something did not happen. */
export function tell(error: unknown): void {
  toast.problem(whyNot(error));
}
