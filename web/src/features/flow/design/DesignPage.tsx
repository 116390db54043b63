import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { objectQuery, useObjects } from '@/lib/meta';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { flowQuery, forFlows, kindsQuery, type Drawn, type Flow } from '../api';
import { Gate } from '../Gate';
import { starters, type StarterName, type Words } from '../model/starters';
import { read } from '../model/tree';
import { Designer } from './Designer';

/** A flow that is kept. */
export function DesignPage() {
  return (
    <Gate>
      <Kept />
    </Gate>
  );
}

/** A new flow of the object that the address names, perhaps from an example. */
export function NewFlowPage() {
  return (
    <Gate>
      <New />
    </Gate>
  );
}

function Kept() {
  const { t } = useTranslation('flow');
  const { id = '' } = useParams();
  const { data: flow, error } = useQuery(flowQuery(id));
  if (error && flow === undefined) {
    throw error;
  }
  if (flow === undefined) {
    return <Waiting lines={10} />;
  }
  if (flow === null) {
    return <Notice title={t('missing')} hint={t('missing_hint')} />;
  }
  const base = { name: flow.name, definition: read(flow.definition) };
  return <Ready key={id} object={flow.object} flow={flow} base={base} place={`flow.${id}`} />;
}

function New() {
  const { t } = useTranslation('flow');
  const [asked] = useSearchParams();
  const objects = useObjects();
  const from = asked.get('from') ?? '';
  const starter = from in starters ? starters[from as StarterName] : undefined;
  const object = asked.get('object') ?? starter?.object ?? '';
  if (!objects.some((each) => each.name === object && forFlows(each))) {
    return <Notice title={t('object_missing')} hint={t('object_hint')} />;
  }
  const words = Object.fromEntries(
    (
      [
        ...(['follow_task', 'stage_task', 'stage_way', 'stage_big'] as const),
        ...(['expiring_task', 'expiring_way', 'expiring_again'] as const),
        ...(['approval_manager', 'approval_way', 'approval_director'] as const),
      ] as const
    ).map((key) => [key, t(`starters.${key}`)]),
  ) as Words;
  const base: Drawn =
    starter?.object === object
      ? { name: t(`starters.${from as StarterName}.name`), definition: starter.definition(words) }
      : { name: '', definition: read(undefined) };
  return (
    <Ready
      key={`${object} ${from}`}
      object={object}
      flow={undefined}
      base={base}
      place={`flow.new.${object}.${from}`}
    />
  );
}

interface ReadyProps {
  object: string;
  flow: Flow | undefined;
  base: Drawn;
  place: string;
}

/** With all that it takes to draw. */
function Ready({ object, flow, base, place }: ReadyProps) {
  const { data: meta, error } = useQuery(objectQuery(object));
  const { data: kinds, error: failed } = useQuery(kindsQuery(object));
  const { state } = useLocation() as { state: { publish?: boolean } | null };
  if (error && !meta) {
    throw error;
  }
  if (failed && !kinds) {
    throw failed;
  }
  return meta && kinds ? (
    <Designer
      meta={meta}
      kinds={kinds}
      flow={flow}
      base={base}
      place={place}
      publishing={state?.publish === true}
    />
  ) : (
    <Waiting lines={10} />
  );
}
