import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import { isStale } from '@/lib/changes';
import { fieldOf, say, useObjects, type Label, type ObjectMeta } from '@/lib/meta';
import { relatedLabel } from '@/records/related/related';
import { toast } from '@/ui/toast';
import { filled } from '../Names';
import { publish, type Kind, type Layout } from './api';
import type { Difference } from './draft';
import { allDifferences, type Around, type Plan } from './plan';
import styles from './Layout.module.css';

interface Props {
  meta: ObjectMeta;
  kind: Kind;
  role: string;
  forWhom: string;
  layout: Layout | undefined;
  before: Plan;
  plan: Plan;
  onDone: () => void;
  onClose: () => void;
}

/** Says what will change and for whom, and lets it happen. */
export function Publish({ meta, kind, role, forWhom, layout, before, plan, onDone, onClose }: Props) {
  const { t } = useTranslation('layout');
  const { t: common } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const objects = useObjects();
  const parts = plan.parts.map((part) => ({ ...part, label: filled(part.label) }));
  const unnamed = parts.some(({ label }) => Object.keys(label).length === 0);
  const sectionCalled = (part: { label: Label }) => say(part.label) || t('unnamed');
  const fieldCalled = (name: string) => say(fieldOf(meta, name)?.label) || name;
  const told = (each: Difference | Around): string => {
    if (each.kind === 'key' && each.fields.length === 0) {
      return t('difference.key_none');
    }
    return t(`difference.${each.kind}`, {
      section: 'part' in each ? sectionCalled(each.part) : '',
      former: 'before' in each ? sectionCalled(each.before) : '',
      field: 'field' in each ? fieldCalled(each.field) : '',
      fields: 'fields' in each ? each.fields.map(fieldCalled).join(t('comma')) : '',
      list: 'object' in each ? relatedLabel(meta, objects, each.object) : '',
    });
  };
  const go = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await publish(meta, kind, role, { ...plan, parts }, layout);
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
        {allDifferences(before, plan).map((each, i) => (
          <li key={i}>{told(each)}</li>
        ))}
      </ul>
    </Modal>
  );
}
