import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Alert } from '@/ui/Alert';
import { Graph } from '../graph/Graph';
import { marksOf } from '../model/marks';
import { isLooped, rowAt } from '../model/place';
import { read, sameDefinition, stepOf, TRIGGER, wayOf, type Spot } from '../model/tree';
import { Trial } from '../runs/Trial';
import { AddMenu } from './AddMenu';
import { BackTest } from './BackTest';
import { FlowBar } from './FlowBar';
import { Canvas } from './Canvas';
import { CardPanel } from './CardPanel';
import { Leaving } from './Leaving';
import { PublishDialog } from './PublishDialog';
import { Troubles } from './Troubles';
import { useDesigner, type DesignerProps } from './useDesigner';
import styles from './Design.module.css';

/** A flow as it is drawn: its graph, and at its side what is chosen on it. */
export function Designer(props: DesignerProps) {
  const { t } = useTranslation('flow');
  const { meta, kinds, flow } = props;
  const designer = useDesigner(props);
  const { drawing, definition, saving, chosen, trial, edits, walking, about } = designer;
  const { changed } = drawing;
  const edited =
    typeof flow?.['published.number'] === 'number' &&
    !sameDefinition(read(flow.definition), read(flow['published.definition']));
  const shown =
    chosen !== undefined &&
    (chosen === TRIGGER || stepOf(definition, wayOf(chosen)?.step ?? chosen) !== undefined);
  /** Within a loop nobody is asked, and there is no other one. */
  const offered = ({ row }: Spot) => {
    const all = about(row)?.kinds.steps ?? [];
    return isLooped(definition, row) ? all.filter(({ loops, asks }) => !loops && !asks) : all;
  };
  return (
    <div className={styles.page}>
      <FlowBar
        flow={flow}
        drawing={drawing}
        edited={edited}
        busy={saving.busy}
        trying={trial !== undefined}
        onTry={designer.turnTrial}
        onBackTest={() => designer.backTest(true)}
        onSave={() => void designer.save()}
        onPublish={() => void designer.askToPublish()}
      />
      {drawing.restored && (
        <Alert
          kind="info"
          act={
            <Button size="small" onClick={drawing.discard}>
              {t('discard')}
            </Button>
          }
        >
          {t('restored')}
        </Alert>
      )}
      {saving.stale && <Alert kind="warning">{t('stale')}</Alert>}
      <Troubles definition={definition} placed={saving.placed} onShow={designer.choose} />
      {edits.moving !== undefined && (
        <Alert
          kind="info"
          act={
            <Button size="small" onClick={edits.stopMoving}>
              {t('moving_cancel')}
            </Button>
          }
        >
          {t('moving', { name: designer.called(edits.moving) })}
        </Alert>
      )}
      <div className={styles.body}>
        <Canvas canvas={designer.canvas}>
          <Graph
            definition={definition}
            meta={meta}
            kinds={kinds}
            names={designer.names}
            about={about}
            chosen={chosen}
            first={walking.first}
            wrong={saving.placed.cards}
            marks={trial?.outlook && marksOf(definition, trial.outlook)}
            drawing={edits.graph}
            onChoose={designer.choose}
          />
        </Canvas>
        {shown && (
          <CardPanel
            key={chosen}
            card={chosen}
            {...(about(rowAt(definition, chosen)) ?? { meta, kinds })}
            definition={definition}
            placed={saving.placed}
            onChange={designer.changeChosen}
            onChoose={designer.choose}
            onWay={edits.addWay}
            onClose={designer.close}
          />
        )}
        {trial && !trial.hidden && (
          <Trial
            meta={meta}
            flow={flow?.id}
            unsaved={changed || !flow}
            definition={definition}
            outlook={trial.outlook}
            called={designer.called}
            save={() => designer.save()}
            onOutlook={(outlook) => designer.setTrial({ outlook })}
            onRefused={saving.refuse}
            onClose={designer.closeTrial}
          />
        )}
      </div>
      {edits.adding && (
        <AddMenu
          anchor={edits.adding.anchor}
          kinds={offered(edits.adding.spot)}
          onPick={edits.pick}
          onClose={edits.stopAdding}
        />
      )}
      {designer.backTesting && flow && (
        <BackTest
          flow={flow.id}
          object={flow.object}
          unsaved={changed}
          save={() => designer.save()}
          onRefused={saving.refuse}
          onClose={() => designer.backTest(false)}
        />
      )}
      {designer.publishing && flow && (
        <PublishDialog meta={meta} flow={flow} onRefused={saving.refuse} onClose={designer.stopPublishing} />
      )}
      <Leaving hint={t('leave')} changed={changed} passing={designer.passing} onDrop={drawing.discard} />
    </div>
  );
}
