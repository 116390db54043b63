import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMakes } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { PickList } from '@/ui/PickList';
import { tell } from '@/ui/tell';
import { draftMail, TEMPLATE, templatesQuery } from './api';
import styles from './Mail.module.css';

interface Props {
  object: string;
  id: string;
  /** Whether there are words that a template would take the place of. */
  written: boolean;
  onPick: (said: { subject: string; body: string }) => void;
}

/** Begins the mail with a template that fits. */
export function Templates({ object, id, written, onPick }: Props) {
  const { t } = useTranslation('mail');
  const { t: common } = useTranslation();
  const [anchor, open] = useState<HTMLElement | null>(null);
  const [picked, pick] = useState<string>();
  const [text, type] = useState('');
  const [busy, work] = useState(false);
  const makes = useMakes()(TEMPLATE);
  const { data, isError } = useQuery({ ...templatesQuery(object), enabled: anchor !== null });
  const items = (data ?? []).filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const close = () => {
    open(null);
    pick(undefined);
    type('');
  };
  const take = async (template: string) => {
    work(true);
    try {
      const said = await draftMail(object, id, template);
      close();
      onPick(said);
    } catch (refused) {
      close();
      tell(refused);
    } finally {
      work(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.quiet}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => (anchor ? close() : open(event.currentTarget))}
      >
        <LayoutTemplate size={16} strokeWidth={1.5} aria-hidden />
        {t('template')}
      </button>
      {anchor && (
        <Floating anchor={anchor} label={t('template')} width={280} onClose={close}>
          {picked === undefined ? (
            <>
              <PickList
                autoFocus
                items={items}
                text={text}
                onText={type}
                onPick={({ key }) => (written ? pick(key) : void take(key))}
                placeholder={t('find_template')}
                empty={
                  isError
                    ? t('templates_failed')
                    : data === undefined
                      ? common('loading')
                      : data.length > 0
                        ? common('nothing_found')
                        : t('no_template')
                }
              />
              {makes && (
                <Link to={`/${TEMPLATE}`} className={styles.manage}>
                  {t('manage_templates')}
                </Link>
              )}
            </>
          ) : (
            <div className={styles.ask}>
              <p>{t('replace_words')}</p>
              <div className={styles.askFoot}>
                <Button size="small" onClick={close}>
                  {t('keep_words')}
                </Button>
                <Button
                  size="small"
                  type="primary"
                  autoFocus
                  loading={busy}
                  onClick={() => void take(picked)}
                >
                  {t('replace')}
                </Button>
              </div>
            </div>
          )}
        </Floating>
      )}
    </>
  );
}
