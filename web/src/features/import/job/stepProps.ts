import type { ObjectMeta } from '@/lib/meta';
import type { Import } from './api';
import type { Draft } from './draft';
import type { Step } from './steps';

/** What the steps of an import share. */
export interface StepProps {
  job: Import;
  meta: ObjectMeta;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onGo: (step: Step) => void;
}

/** How a step has the file tried or brought in. */
export interface RunProps {
  sending: boolean;
  refused: unknown;
  onRun: (dry: boolean) => void;
}
