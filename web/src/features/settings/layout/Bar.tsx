import { Button } from 'antd';
import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyText } from '@/ui/keys';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { bringBack, reset, type Layout } from './api';
import styles from './Layout.module.css';

interface Props {
  layout: Layout | undefined;
  /** Whether there is something to publish. */
  changed: boolean;
  /** Takes a step back, or takes that back; false where there is none. */
  undo: (() => void) | false;
  redo: (() => void) | false;
  /** Shows what can be added, where it does not stand beside the canvas. */
  onAdd: (() => void) | undefined;
  onDiscard: () => void;
  onPublish: () => void;
}

/** How far the draft is from what people see, and what can be done about it. */
export function Bar({ layout, changed, undo, redo, onAdd, onDiscard, onPublish }: Props) {
  const { t } = useTranslation('layout');
  const backToUsual = async (kept: Layout) => {
    try {
      await reset(kept);
      toast.done(t('reset_done'), { undo: () => void bringBack(kept).catch(tell) });
    } catch (refused) {
      tell(refused);
    }
  };
  return (
    <div className={styles.bar}>
      <Button
        icon={<Undo2 size={16} aria-hidden />}
        aria-label={t('undo')}
        title={`${t('undo')} ${keyText('designer', 'undo')}`}
        disabled={!undo}
        onClick={() => undo && undo()}
      />
      <Button
        icon={<Redo2 size={16} aria-hidden />}
        aria-label={t('redo')}
        title={`${t('redo')} ${keyText('designer', 'redo')}`}
        disabled={!redo}
        onClick={() => redo && redo()}
      />
      <span role="status" className={styles.status}>
        {changed ? t('changed') : layout ? t('published') : t('usual')}
      </span>
      {onAdd && <Button onClick={onAdd}>{t('add')}</Button>}
      {changed ? (
        <Button onClick={onDiscard}>{t('discard')}</Button>
      ) : (
        layout && <Button onClick={() => void backToUsual(layout)}>{t('reset')}</Button>
      )}
      <Button type="primary" disabled={!changed} onClick={onPublish}>
        {t('publish')}
      </Button>
    </div>
  );
}
