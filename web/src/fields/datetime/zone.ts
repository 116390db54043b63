import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { ownZone } from '@/lib/format';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Has pickers take the person's clock for what is now. */
export const ownClock = (): void => dayjs.tz.setDefault(ownZone());

/** What the person's clock shows at the moment. */
export const clockOf = (moment: string): Dayjs => dayjs(moment).tz(ownZone());

/** The moment, to the minute, at which the person's clock shows that. */
export const momentOf = (shown: Dayjs): string =>
  dayjs.tz(shown.format('YYYY-MM-DDTHH:mm:00'), ownZone()).toISOString();
