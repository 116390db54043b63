import { Button } from 'antd';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { written } from '@/fields/values';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import { tryOut, type Outlook } from '../api';
import { Panel } from '../design/Panel';
import design from '../design/Design.module.css';
import { Part } from '../forms/Part';
import type { Card, Definition } from '../model/tree';
import { Effects } from './Effects';
import { StepList } from './StepList';
import styles from './Runs.module.css';

interface Props {
  meta: ObjectMeta;
  flow: string | undefined;
  unsaved: boolean;
  definition: Definition;
  outlook: Outlook | undefined;
  called: (card: Card) => string;
  save: () => Promise<boolean>;
  onOutlook: (outlook: Outlook | undefined) => void;
  onRefused: (error: unknown) => void;
  onClose: () => void;
}

/** A link to a record of the flow's object, as the editors of fields take it. */
const linkTo = (meta: ObjectMeta): Field => ({
  name: 'record',
  type: 'link',
  label: meta.label,
  target: meta.name,
  required: true,
  unique: false,
  read_only: false,
  settings: {},
  ops: [],
  sortable: false,
  access: 'write',
});

/** Tries the flow with a real record, without any effect. */
export function Trial(props: Props) {
  const { meta, flow, unsaved, definition, outlook, called, save, onOutlook, onRefused, onClose } = props;
  const { t } = useTranslation('flow');
  const [record, choose] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const id = written(record);
  const run = async () => {
    if (typeof id !== 'string') {
      return;
    }
    setBusy(true);
    try {
      if ((!unsaved || (await save())) && flow !== undefined) {
        onOutlook(await tryOut(flow, id));
      }
    } catch (error) {
      onRefused(error);
    }
    setBusy(false);
  };
  return (
    <Panel
      focus
      title={t('trial.title')}
      sign={<FlaskConical size={16} strokeWidth={1.5} aria-hidden />}
      onClose={onClose}
    >
      <p className={design.hint}>{t('trial.hint')}</p>
      <Part id="trial-record" label={say(meta.label)} required>
        <Edit
          id="trial-record"
          field={linkTo(meta)}
          value={record}
          onChange={(next) => {
            choose(next);
            onOutlook(undefined);
          }}
        />
      </Part>
      <Button
        type="primary"
        className={styles.go ?? ''}
        disabled={typeof id !== 'string'}
        loading={busy}
        onClick={() => void run()}
      >
        {t(outlook ? 'trial.again' : 'trial.run')}
      </Button>
      {unsaved && !outlook && <p className={design.hint}>{t('trial.saves')}</p>}
      {outlook && (
        <>
          {!outlook.meant && <Alert kind="warning">{t('trial.unmeant')}</Alert>}
          <Alert kind={outlook.state === 'failed' ? 'danger' : 'info'}>
            {outlook.state === 'done'
              ? t('trial.done')
              : t(`trial.${outlook.state}`, { reason: outlook.reason ?? '' })}
          </Alert>
          <section aria-label={t('trial.steps')} className={styles.section}>
            <h3>{t('trial.steps')}</h3>
            <StepList definition={definition} steps={outlook.steps} called={called} timeless />
          </section>
          <section aria-label={t('trial.changes')} className={styles.section}>
            <h3>{t('trial.changes')}</h3>
            <Effects changes={outlook.changes} />
          </section>
        </>
      )}
    </Panel>
  );
}
