import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '@/fields/phone/grouped';
import { copy, select } from '@/ui/copy';
import styles from './Log.module.css';

/** The number that was called, as people read it out; a press copies it for another telephone. */
export function Dialled({ number }: { number: string }) {
  const { t } = useTranslation('calling');
  const { t: common } = useTranslation();
  const text = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const said = grouped(number);
  const Sign = copied ? Check : Copy;
  const take = async () => {
    const done = await copy(said.replaceAll(' ', ''));
    setCopied(done);
    if (!done) {
      select(text.current);
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.number}
        aria-label={t('copy_number', { number: said })}
        title={copied ? common('copied') : t('copy_number', { number: said })}
        onClick={() => void take()}
      >
        <bdi ref={text}>{said}</bdi>
        <Sign size={12} strokeWidth={1.5} aria-hidden />
      </button>
      <span role="status" className={copied === false ? 'muted' : 'sr-only'}>
        {copied !== undefined && common(copied ? 'copied' : 'copy_by_hand')}
      </span>
    </>
  );
}
