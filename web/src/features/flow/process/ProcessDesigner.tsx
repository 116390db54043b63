import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mid } from '@/lib/i18n';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Alert } from '@/ui/Alert';
import type { Kinds } from '../api';
import { Bar } from '../design/Bar';
import design from '../design/Design.module.css';
import { Leaving } from '../design/Leaving';
import { Conditions } from '../forms/Conditions';
import { Part } from '../forms/Part';
import type { Kept } from './api';
import { Matrix } from './Matrix';
import { moveOf, readProcess, sameProcess } from './model';
import { MovePanel } from './MovePanel';
import styles from './Process.module.css';
import { ProcessMenu } from './ProcessMenu';
import { StatePanel } from './StatePanel';
import { StatusOf } from './StatusOf';
import { useProcess } from './useProcess';
import { WayPicture } from './WayPicture';

interface Props {
  kept: Kept;
  meta: ObjectMeta;
  /** Through whose values the records move. */
  field: Field;
  kinds: Kinds;
}

/** A process as it is drawn: the way of its records, the moves that are allowed, and at the side what is chosen of these. */
export function ProcessDesigner({ kept, meta, field, kinds }: Props) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const work = useProcess(kept, kinds);
  const { drawing, definition, chosen, placed } = work;
  const { changed } = drawing;
  const edited = kept.live !== null && !sameProcess(readProcess(kept.definition), readProcess(kept.live));
  const label = (value: string) => say(field.choices?.find(({ code }) => code === value)?.label) || value;
  const state = definition.states.find(({ value }) => value === chosen);
  const move = chosen === undefined ? undefined : moveOf(chosen);
  const panel = {
    key: chosen,
    meta,
    field,
    kinds,
    process: definition,
    wrong: placed.cards.get(chosen ?? '') ?? [],
    onChange: work.change,
    onClose: () => {
      const card = document.querySelector<HTMLElement>('[data-card][aria-pressed=true]');
      work.choose(undefined);
      card?.focus();
    },
  };
  const count = [...placed.cards.values()].flat().length;
  const [first] = placed.cards.keys();
  return (
    <div className={design.page}>
      <Bar
        back={{ to: '/settings/processes', label: t('back') }}
        label={t('name')}
        unnamed={kept.name}
        drawing={drawing}
        status={<StatusOf status={kept.status} />}
        state={[
          `${say(meta.label)} · ${say(field.label)}`,
          ...(changed ? [flow('unsaved')] : edited ? [t('edited')] : []),
        ]}
        unsaved={changed}
        busy={work.busy}
        publishable={changed || edited || kept.status !== 'active'}
        more={<ProcessMenu kept={kept} here />}
        onSave={() => void work.save()}
        onPublish={() => void work.askToPublish()}
      />
      {drawing.restored && (
        <Alert
          kind="info"
          act={
            <Button size="small" onClick={drawing.discard}>
              {flow('discard')}
            </Button>
          }
        >
          {flow('restored')}
        </Alert>
      )}
      {work.stale && <Alert kind="warning">{t('stale')}</Alert>}
      {(count > 0 || placed.rest.length > 0) && (
        <Alert
          kind="danger"
          act={
            first !== undefined && (
              <Button size="small" onClick={() => work.choose(first)}>
                {flow('first_error')}
              </Button>
            )
          }
        >
          {count > 0 && <p>{flow('errors', { count })}</p>}
          {placed.rest.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Alert>
      )}
      <div className={design.body}>
        <div className={styles.ground}>
          <div className={styles.scope}>
            <Part label={t('scope')} help={t('scope_hint', { object: mid(say(meta.label)) })}>
              <Conditions
                meta={meta}
                filter={definition.when}
                onChange={(when) => work.change({ ...definition, when })}
              />
            </Part>
          </div>
          <WayPicture
            meta={meta}
            field={field}
            process={definition}
            chosen={chosen}
            placed={placed}
            onChoose={work.choose}
            onChange={work.change}
          />
          <Matrix
            process={definition}
            label={label}
            chosen={chosen}
            placed={placed}
            onChoose={work.choose}
            onChange={work.change}
          />
        </div>
        {state && <StatePanel {...panel} key={panel.key} state={state} label={label(state.value)} />}
        {move && <MovePanel {...panel} key={panel.key} move={move} label={label} />}
      </div>
      {work.publishing && <PublishDialog name={drawing.drawn.name} meta={meta} work={work} />}
      <Leaving hint={t('leave')} changed={changed} passing={work.passing} onDrop={drawing.discard} />
    </div>
  );
}

interface PublishProps {
  name: string;
  meta: ObjectMeta;
  work: ReturnType<typeof useProcess>;
}

/** Says what publishing means, and does it. */
function PublishDialog({ name, meta, work }: PublishProps) {
  const { t } = useTranslation('process');
  const { t: flow } = useTranslation('flow');
  const { t: common } = useTranslation();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await work.publish();
  };
  return (
    <Modal
      open
      title={flow('publish_title', { name })}
      width={440}
      onCancel={work.stopPublishing}
      footer={
        <>
          <Button onClick={work.stopPublishing}>{common('cancel')}</Button>
          <Button type="primary" autoFocus loading={busy} onClick={() => void go()}>
            {flow('publish')}
          </Button>
        </>
      }
    >
      <p>{t('publish_hint', { object: mid(say(meta.label)) })}</p>
    </Modal>
  );
}
