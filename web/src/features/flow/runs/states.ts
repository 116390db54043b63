import type { TagColour } from '@/ui/theme';
import type { RunState } from '../api';

export const states = ['running', 'failed', 'done', 'stopped'] as const;

export const stateColours: Record<RunState, TagColour> = {
  running: 'blue',
  failed: 'red',
  done: 'green',
  stopped: 'grey',
};
