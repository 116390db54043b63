import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { Alert, Refused } from '@/ui/Alert';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { Part } from '../Part';
import { bringIn, previewQuery } from './api';
import { Changes } from './Changes';
import styles from './Configuration.module.css';

/** Where a text is brought in: it is looked at first, and what it would change is shown before it does. */
export function BringIn() {
  const { t } = useTranslation('settings');
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  /** The text of which the changes are shown. */
  const [asked, ask] = useState<string>();
  const preview = useQuery({ ...previewQuery(asked ?? ''), enabled: asked !== undefined });
  const bring = useMutation({
    mutationFn: bringIn,
    onSuccess: (done) => {
      toast.done(t('configuration.done', { count: done.length }));
      write('');
    },
  });
  const write = (next: string) => {
    setText(next);
    ask(undefined);
    if (next !== '') {
      bring.reset();
    }
  };
  const open = async (chosen: File | undefined) => {
    if (chosen) {
      const next = await chosen.text();
      write(next);
      ask(next);
    }
  };
  const changes = asked === undefined ? undefined : preview.data;
  return (
    <section className={styles.form}>
      <Part id={id} label={t('configuration.text')} help={t('configuration.text_help')}>
        <div className={styles.text}>
          <Input.TextArea
            id={id}
            value={text}
            rows={10}
            spellCheck={false}
            placeholder={t('configuration.sample')}
            onChange={(event) => write(event.target.value)}
          />
        </div>
      </Part>
      <div className={styles.acts}>
        <Button onClick={() => file.current?.click()}>{t('configuration.open')}</Button>
        <input
          ref={file}
          type="file"
          accept=".yaml,.yml,text/yaml"
          hidden
          aria-label={t('configuration.open')}
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button disabled={text.trim() === ''} onClick={() => ask(text)}>
          {t('configuration.preview')}
        </Button>
      </div>
      {asked !== undefined && preview.isPending && <Waiting lines={4} />}
      <Stopped error={asked === undefined ? undefined : preview.error} />
      {changes?.length === 0 && <Alert kind="info">{t('configuration.same')}</Alert>}
      {changes && changes.length > 0 && (
        <>
          <Changes changes={changes} />
          <Stopped error={bring.error} />
          <div className={styles.acts}>
            <Button type="primary" loading={bring.isPending} onClick={() => bring.mutate(text)}>
              {t('configuration.bring_in', { count: changes.length })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Where the text was refused, and how much of it was brought in all the same. */
function Stopped({ error }: { error: unknown }) {
  const { t } = useTranslation('settings');
  const count = error instanceof Problem ? error.broughtIn : 0;
  return (
    <Refused
      error={error}
      say={({ field, message }) => (field ? t('configuration.at', { field, message }) : message)}
    >
      {count > 0 && <p>{t('configuration.some', { count })}</p>}
    </Refused>
  );
}
