import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { fieldOf, objectQuery } from '@/lib/meta';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { kindsQuery } from '../api';
import { Gate } from '../Gate';
import { processQuery, type Kept } from './api';
import { ProcessDesigner } from './ProcessDesigner';

/** A process that is kept. */
export function ProcessPage() {
  const { t } = useTranslation('process');
  return (
    <Gate title={t('forbidden')}>
      <Found />
    </Gate>
  );
}

function Found() {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const { id = '' } = useParams();
  const { data: kept, error } = useQuery(processQuery(id));
  if (error && kept === undefined) {
    throw error;
  }
  if (kept === undefined) {
    return <Waiting lines={10} />;
  }
  return kept ? (
    <Ready key={id} kept={kept} />
  ) : (
    <Notice title={t('not_found')} hint={flow('missing_hint')} />
  );
}

/** With all that it takes to draw. */
function Ready({ kept }: { kept: Kept }) {
  const { t } = useTranslation('process');
  const { data: meta, error } = useQuery(objectQuery(kept.object));
  const { data: kinds, error: failed } = useQuery(kindsQuery(kept.object));
  if (error && !meta) {
    throw error;
  }
  if (failed && !kinds) {
    throw failed;
  }
  if (!meta || !kinds) {
    return <Waiting lines={10} />;
  }
  const field = fieldOf(meta, kept.field);
  return field ? (
    <ProcessDesigner kept={kept} meta={meta} field={field} kinds={kinds} />
  ) : (
    <Notice title={t('field_gone')} />
  );
}
