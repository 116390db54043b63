import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import { isStale } from '@/lib/changes';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import { toast } from '@/ui/toast';
import { filled } from '../Names';
import { publish, type Kind, type Layout } from './api';
import { differences, type Difference, type Draft } from './draft';
import styles from './Layout.module.css';

interface Props {
  meta: ObjectMeta;
  kind: Kind;
  role: string;
  forWhom: string;
  layout: Layout | undefined;
  before: Draft;
  draft: Draft;
  onDone: () => void;
  onClose: () => void;
}

/** Says what will change and for whom, and lets it happen. */
export function Publish({ meta, kind, role, forWhom, layout, before, draft, onDone, onClose }: Props) {
  const { t } = useTranslation('layout');
  const { t: common } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const ready = draft.map((part) => ({ ...part, label: filled(part.label) }));
  const unnamed = ready.some(({ label }) => Object.keys(label).length === 0);
  const say1 = (part: { label: Draft[number]['label'] }) => say(part.label) || t('unnamed');
  const told = (each: Difference): string => {
    const section = say1(each.part);
    const former = 'before' in each ? say1(each.before) : '';
    const field = 'field' in each ? say(fieldOf(meta, each.field)?.label) || each.field : '';
    return t(`difference.${each.kind}`, { section, former, field });
  };
  const go = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await publish(meta, kind, role, ready, layout);
      onDone();
      onClose();
      toast.done(t('publish_done', { whom: forWhom }));
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('publish_title', { what: t(`kinds.${kind}`), object: say(meta.label) })}
      width={520}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="primary" autoFocus loading={busy} disabled={unnamed} onClick={() => void go()}>
            {t('publish')}
          </Button>
        </>
      }
    >
      {error !== undefined &&
        (isStale(error) ? (
          <p role="alert" className={styles.required}>
            {t('stale')}
          </p>
        ) : (
          <Refused error={error} />
        ))}
      {unnamed && (
        <p role="alert" className={styles.required}>
          {t('name_each')}
        </p>
      )}
      <p className={styles.hint}>{t('publish_lead', { whom: forWhom })}</p>
      <ul aria-label={t('differences')} className={styles.differences}>
        {differences(before, draft).map((each, i) => (
          <li key={i}>{told(each)}</li>
        ))}
      </ul>
    </Modal>
  );
}
