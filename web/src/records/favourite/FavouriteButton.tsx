import { useQuery } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { favouritesQuery, keepAtHand, letGo } from '@/lib/desk';
import { useMakes } from '@/lib/meta';
import { IconButton } from '@/ui/IconButton';
import { tell } from '@/ui/tell';
import styles from './FavouriteButton.module.css';

interface Props {
  object: string;
  id: string;
  name: string;
}

/** Keeps a record or a view at hand in the sidebar, or no longer. */
export function FavouriteButton({ object, id, name }: Props) {
  const { t } = useTranslation('views');
  const { data } = useQuery(favouritesQuery);
  const [busy, work] = useState(false);
  const makes = useMakes();
  const kept = data?.find((each) => each.object === object && each.record === id);
  if (!makes('favourite')) {
    return null;
  }
  const toggle = async () => {
    if (busy || !data) {
      return;
    }
    work(true);
    try {
      await (kept ? letGo(kept) : keepAtHand(object, id));
    } catch (refused) {
      tell(refused);
    }
    work(false);
  };
  return (
    <IconButton
      small
      label={t('favourite', { name })}
      hint={t(kept ? 'favourite_off' : 'favourite_on')}
      className={styles.star}
      aria-pressed={kept !== undefined}
      aria-disabled={busy || !data}
      data-favourite
      onClick={() => void toggle()}
    >
      <Star size={16} strokeWidth={1.5} aria-hidden />
    </IconButton>
  );
}
