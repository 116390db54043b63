import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Floating } from '@/ui/Floating';
import styles from './ColumnHead.module.css';

interface Props {
  column: string;
  limit: number | undefined;
  anchor: HTMLElement;
  onLimit: (limit: number | undefined) => void;
  onClose: () => void;
}

const MOST = 9999;

/** Asks how many cards a column had better hold; nothing for as many as one likes. */
export default function LimitForm({ column, limit, anchor, onLimit, onClose }: Props) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const id = useId();
  const [text, type] = useState(limit === undefined ? '' : String(limit));
  const asked = text.trim() === '' ? undefined : Number(text);
  const wrong = asked !== undefined && !(Number.isInteger(asked) && asked >= 1 && asked <= MOST);
  return (
    <Floating anchor={anchor} label={t('set_limit', { column })} onClose={onClose} width={248} align="end">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) {
            onLimit(asked);
            onClose();
          }
        }}
      >
        <label htmlFor={id} className={styles.question}>
          {t('limit')}
        </label>
        <input
          id={id}
          autoFocus
          inputMode="numeric"
          className={styles.input}
          value={text}
          placeholder={t('no_limit')}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          onChange={(event) => type(event.target.value)}
        />
        <p id={`${id}-hint`} className={styles.hint} data-wrong={wrong}>
          {t(wrong ? 'limit_wrong' : 'limit_hint', { most: MOST })}
        </p>
        <Button type="primary" htmlType="submit" block disabled={wrong || asked === limit}>
          {common('save')}
        </Button>
      </form>
    </Floating>
  );
}
