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
import { Palette } from './Palette';
import { Properties } from './Properties';
import { Publish } from './Publish';
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
  published: Draft;
}

/** What can be added on the left, the sections in the middle, properties of the chosen one on the right. */
export function Designer({ meta, kind, role, forWhom, layout, published }: Props) {
  const { t } = useTranslation('layout');
  const narrow = useNarrow();
  const { draft, changed, change, undo, redo, settle } = useDraft(
    `layout.${meta.name}.${kind}.${role}`,
    published,
  );
  const [chosen, choose] = useState<string>();
  const [sheet, showSheet] = useState<'palette' | 'properties'>();
  const [publishing, publish] = useState(false);
  const [dragged, drag] = useState<Held>();
  const fields = useMemo(() => new Map(placeable(meta, kind).map((f) => [f.name, f])), [meta, kind]);
  const dragging = useDragging();
  const part = draft.find(({ id }) => id === chosen);

  useKeys('designer', {
    ...(undo && { undo }),
    ...(redo && { redo }),
  });

  const pick = (id: string) => {
    choose(id);
    if (narrow) {
      showSheet('properties');
    }
  };
  const addPart = () => {
    const id = freshId(draft);
    change(
      withPart(draft, { id, label: { [language()]: t('new_section') }, fields: [], folded: false }, chosen),
    );
    showSheet(undefined);
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
    <Properties
      key={part.id}
      part={part}
      draft={draft}
      onChange={(next, what) => change(next, what)}
      onGone={() => {
        choose(undefined);
        showSheet(undefined);
      }}
    />
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
        {!narrow && (
          <aside aria-label={t('properties')} className={styles.side}>
            {properties}
          </aside>
        )}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <span className={styles.dragged}>
            {say(
              dragged.kind === 'field'
                ? fields.get(dragged.name)?.label
                : draft.find(({ id }) => id === dragged.name)?.label,
            )}
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
          draft={draft}
          onDone={() => settle(draft)}
          onClose={() => publish(false)}
        />
      )}
    </DndContext>
  );
}
