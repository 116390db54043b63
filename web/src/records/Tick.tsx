import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '@/fields/values';
import { changed, useAct } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { OwnTick } from './brought';
import { useTakeBack } from './useTakeBack';
import styles from './Tick.module.css';

interface Props {
  meta: ObjectMeta;
  entry: Entry;
  tick: OwnTick;
  /** What the record is called. */
  name: string;
}

/** Says that the record is done, and takes that back. */
export function Tick({ meta, entry, tick, name }: Props) {
  const { t } = useTranslation('list');
  const queries = useQueryClient();
  const acting = useAct(meta.name, entry);
  const takeBack = useTakeBack();
  const done = !isEmpty(entry[tick.done]);
  const open = { [tick.done]: null };
  const reopen = () =>
    changed(queries, meta.name, entry, open)
      .then(() => queries.invalidateQueries({ queryKey: ['records'] }))
      .catch(tell);
  const complete = async () => {
    try {
      const after = (await acting.mutateAsync({ verb: tick.verb })) as Entry;
      toast.done(t('ticked', { name }), {
        undo: () => void takeBack(meta.name, after, open).catch(tell),
      });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <button
      type="button"
      className={styles.tick}
      aria-pressed={done}
      aria-label={t('tick', { name })}
      title={t(done ? 'untick_short' : 'tick_short')}
      disabled={acting.isPending}
      onClick={() => void (done ? reopen() : complete())}
    >
      <Check size={12} strokeWidth={2.5} aria-hidden />
    </button>
  );
}
