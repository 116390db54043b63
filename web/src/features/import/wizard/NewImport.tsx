import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { say, useObjects } from '@/lib/meta';
import { Notice } from '@/ui/Notice';
import { Alert, Refused } from '@/ui/Alert';
import { importKey, MOST_BYTES, start } from '../job/api';
import { Choose } from '../parts/Choose';
import { DropZone } from '../file/DropZone';
import { Frame } from './Frame';
import { importable } from '../importable';
import styles from '../parts/Page.module.css';

/** The first step: what is brought in, and the file. */
export function NewImport() {
  const { t } = useTranslation('imports');
  const [asked, ask] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const objects = importable(useObjects());
  const wanted = asked.get('object');
  const object = wanted === null ? objects[0] : objects.find((each) => each.name === wanted);
  const [tooLarge, setTooLarge] = useState(false);
  const sending = useMutation({
    mutationFn: (file: File) => {
      const mode = object?.can.create === true ? 'create' : 'update';
      return start({ object: object?.name ?? '', look: true, mode }, file);
    },
    onSuccess: (job) => {
      queries.setQueryData(importKey(job.id), job);
      void queries.invalidateQueries({ queryKey: ['imports', 'all'] });
      void navigate(`/import/${job.id}?step=file`, { replace: true });
    },
  });
  if (!object) {
    return <Notice title={t('not_permitted')} hint={t('not_permitted_hint')} />;
  }
  return (
    <Frame object={object} step="file" open={['file']} onGo={() => undefined}>
      <div className={styles.body}>
        <div className={styles.narrow}>
          <Choose
            shown
            label={t('into')}
            value={object.name}
            options={objects.map((each) => ({ value: each.name, label: say(each.plural) }))}
            disabled={sending.isPending}
            onChange={(name) => ask({ object: name }, { replace: true })}
          />
        </div>
        <DropZone
          sending={sending.isPending ? sending.variables.name : undefined}
          onFile={(file) => {
            setTooLarge(file.size > MOST_BYTES);
            if (file.size <= MOST_BYTES) {
              sending.mutate(file);
            }
          }}
        />
        {tooLarge && <Alert kind="danger">{t('drop.too_large')}</Alert>}
        <Refused error={sending.error} />
        <ul className={styles.tips}>
          <li>{t('tips.header')}</li>
          <li>{t('tips.safe')}</li>
          <li>{t('tips.undo')}</li>
        </ul>
      </div>
    </Frame>
  );
}
