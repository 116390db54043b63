import { language } from '@/lib/i18n';
import { DayInput } from '../DayInput';
import type { Edited } from '../values';
import { clockOf, momentOf } from './zone';

const BY_NUMBERS = 'YYYY-MM-DD HH:mm';

/** The clock shown is that of the person's zone, wherever the browser is. */
export default function Edit(edited: Edited) {
  return (
    <DayInput
      {...edited}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      formats={language() === 'en' ? ['MMM D, YYYY HH:mm', BY_NUMBERS] : [BY_NUMBERS]}
      read={clockOf}
      write={momentOf}
    />
  );
}
