import { DndContext, DragOverlay, type DragEndEvent, type DragStartEvent } from '@dnd-kit/core';
import { Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '@/lib/i18n';
import { say, type ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import { placeable, type Kind, type Layout } from './api';
import { Bar } from './Bar';
import { Canvas } from './Canvas';
import { freshId, withField, withPart, type Draft } from './draft';
import { dropped, held, useDragging, type Held } from './dragging';
import { KeyFacts } from './KeyFacts';
import { Palette } from './Palette';
import type { Plan } from './plan';
import { Properties } from './Properties';
import { Publish } from './Publish';
import { RelatedLists } from './RelatedLists';
import { useDraft } from './useDraft';
import styles from './Layout.module.css';

interface Props {
  meta: ObjectMeta;
  kind: Kind;
  role: string;
  /** Who the role is, in words. */
  forWhom: string;
  /** What is kept for the role, if anything. */
  layout: Layout | undefined;
  published: Plan;
}

/** What can be added on the left, the sections in the middle, properties of the chosen one on the right. */
export function Designer({ meta, kind, role, forWhom, layout, published }: Props) {
  const { t } = useTranslation('layout');
  const narrow = useNarrow();
  const {
    draft: plan,
    changed,
    change: changeAll,
    undo,
    redo,
    settle,
  } = useDraft(`layout.plan.${meta.name}.${kind}.${role}`, published);
  const draft = plan.parts;
  const change = (parts: Draft, typing?: string) => {
    if (parts !== draft) {
      changeAll({ ...plan, parts }, typing);
    }
  };
  const [chosen, choose] = useState<string>();
  const [sheet, showSheet] = useState<'palette' | 'properties'>();
  const [publishing, publish] = useState(false);
  const [dragged, drag] = useState<Held>();
  const fields = useMemo(() => new Map(placeable(meta, kind).map((f) => [f.name, f])), [meta, kind]);
  const dragging = useDragging();
  const partOf = (name: string | undefined) => draft.find(({ id }) => id === name);
  const part = partOf(chosen);

  useKeys('designer', {
    ...(undo && { undo }),
    ...(redo && { redo }),
  });

  const pick = (id: string | undefined) => {
    choose(id);
    showSheet(narrow && id !== undefined ? 'properties' : undefined);
  };
  const addPart = () => {
    const id = freshId(draft);
    change(
      withPart(draft, { id, label: { [language()]: t('new_section') }, fields: [], folded: false }, chosen),
    );
    pick(id);
  };
  const addField = (name: string) => {
    const to = part ?? draft.at(-1);
    if (to) {
      change(withField(draft, name, { part: to.id, at: to.fields.length }));
    }
  };
  const drop = (event: DragEndEvent) => {
    drag(undefined);
    change(dropped(draft, event));
  };
  const palette = (
    <Palette
      fields={[...fields.values()].filter(({ name }) => !draft.some((each) => each.fields.includes(name)))}
      into={part ?? draft.at(-1)}
      onField={addField}
      onPart={addPart}
    />
  );
  const properties = part ? (
    <Properties key={part.id} part={part} draft={draft} onChange={change} onGone={() => pick(undefined)} />
  ) : (
    <p className={styles.hint}>{t('choose')}</p>
  );

  return (
    <DndContext
      {...dragging}
      onDragStart={({ active }: DragStartEvent) => drag(held(active))}
      onDragCancel={() => drag(undefined)}
      onDragEnd={drop}
    >
      <Bar
        layout={layout}
        changed={changed}
        undo={undo}
        redo={redo}
        onAdd={narrow ? () => showSheet('palette') : undefined}
        onDiscard={() => settle(published)}
        onPublish={() => publish(true)}
      />
      <div className={styles.columns}>
        {!narrow && (
          <aside aria-label={t('add')} className={styles.side}>
            {palette}
          </aside>
        )}
        <div className={styles.canvas}>
          {kind === 'page' && <KeyFacts meta={meta} plan={plan} onChange={changeAll} />}
          <Canvas
            draft={draft}
            fields={fields}
            kind={kind}
            chosen={part?.id}
            dragged={dragged}
            onChoose={pick}
            onChange={change}
            onPart={addPart}
          />
          {kind === 'page' && <RelatedLists meta={meta} plan={plan} onChange={changeAll} />}
        </div>
        {!narrow && (
          <aside aria-label={t('properties')} className={styles.side}>
            {properties}
          </aside>
        )}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <span className={styles.dragged}>
            {say((dragged.kind === 'field' ? fields.get(dragged.name) : partOf(dragged.name))?.label)}
          </span>
        )}
      </DragOverlay>
      {narrow && sheet && (
        <Drawer
          open
          placement="bottom"
          size="70%"
          title={t(sheet === 'properties' ? 'properties' : 'add')}
          onClose={() => showSheet(undefined)}
        >
          {sheet === 'properties' ? properties : palette}
        </Drawer>
      )}
      {publishing && (
        <Publish
          meta={meta}
          kind={kind}
          role={role}
          forWhom={forWhom}
          layout={layout}
          before={published}
          plan={plan}
          onDone={() => settle(plan)}
          onClose={() => publish(false)}
        />
      )}
    </DndContext>
  );
}
