import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { change } from '@/lib/changes';
import { recordQuery, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useMeanwhile } from '../meanwhile';
import { dayText } from './dayText';
import { movedTo, placeOf } from './days';
import { redraw, type Plan } from './queries';

/** Moves records to other days: at once on the screen, then on the server, and back if it does not come to pass. */
export function useMoveDay({ meta, day }: Plan) {
  const { t } = useTranslation('calendar');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const meanwhile = useMeanwhile(meta);
  const move = async (entry: Entry, to: string, undo = false): Promise<void> => {
    const value = entry[day.name];
    const from = placeOf(day, value);
    if (typeof value !== 'string' || from === undefined || from === to) {
      return;
    }
    const next = movedTo(day, value, to);
    redraw(queries, meta.name, { ...entry, [day.name]: next });
    try {
      const { after, clash } = await change(queries, meta.name, entry, { [day.name]: next }, { undo });
      if (clash) {
        const { theirs } = clash;
        redraw(queries, meta.name, { id: theirs.id, version: theirs.version, [day.name]: theirs[day.name] });
        const now = placeOf(day, theirs[day.name]);
        meanwhile(
          clash,
          now === undefined ? common('none') : dayText(now),
          dayText(to),
          () => void move({ ...theirs, [day.name]: theirs[day.name] ?? value }, to),
        );
        return;
      }
      redraw(queries, meta.name, { id: after.id, version: after.version, [day.name]: after[day.name] });
      queries.setQueryData(recordQuery(meta.name, after.id).queryKey, after);
      const name = entry[meta.name_field];
      toast.done(t('moved', { name: typeof name === 'string' ? name : '', day: dayText(to) }), {
        undo: () => void move({ ...entry, ...after }, from, true),
      });
    } catch (refused) {
      redraw(queries, meta.name, entry);
      tell(refused);
    }
  };
  return move;
}
