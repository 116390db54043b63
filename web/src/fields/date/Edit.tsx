import dayjs from 'dayjs';
import { language } from '@/lib/i18n';
import { DayInput } from '../DayInput';
import type { Edited } from '../values';

const DAY = 'YYYY-MM-DD';

/** How days are shown while they are entered; they may always be typed by their numbers. */
const formats = () => (language() === 'en' ? ['MMM D, YYYY', DAY] : [DAY]);

export default function Edit(edited: Edited) {
  return (
    <DayInput
      {...edited}
      formats={formats()}
      read={(day) => dayjs(day, DAY)}
      write={(day) => day.format(DAY)}
    />
  );
}
