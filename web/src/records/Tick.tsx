import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '@/fields/values';
import { useAct } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useTakeBack } from './useTakeBack';
import type { OwnTick } from './ownTick';
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
  const acting = useAct(meta.name, entry);
  const takeBack = useTakeBack();
  const done = !isEmpty(entry[tick.done]);
  const reopen = (from: Entry) => takeBack(meta.name, from, { [tick.done]: null }).catch(tell);
  const complete = async () => {
    try {
      const after = (await acting.mutateAsync({ verb: tick.verb })) as Entry;
      toast.done(t('ticked', { name }), { undo: () => void reopen(after) });
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
      onClick={() => void (done ? reopen(entry) : complete())}
    >
      <Check size={12} strokeWidth={2.5} aria-hidden />
    </button>
  );
}
