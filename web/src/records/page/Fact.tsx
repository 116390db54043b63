import { Button } from 'antd';
import { Pencil } from 'lucide-react';
import { Suspense, useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit, Edit } from '@/fields/Edit';
import { Show } from '@/fields/Show';
import { hasLines, isEmpty, isWholeAtOnce } from '@/fields/values';
import { lazy } from '@/lib/lazy';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { inAWord } from '@/ui/keys';
import { useFact } from './useFact';
import styles from './Facts.module.css';

const ClashDialog = lazy(() => import('./ClashDialog').then((module) => ({ default: module.ClashDialog })));
const Missing = lazy(() => import('../form/Missing').then((module) => ({ default: module.Missing })));

/** Enter then takes what the list points at, and does not save yet. */
const isListOpen = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true';

interface Props {
  object: string;
  entry: Entry;
  field: Field;
  /** Whether the person may change the record. */
  open: boolean;
}

/** A value that is changed where it stands: click, type, Enter; Esc gives it back. */
export function Fact({ object, entry, field, open }: Props) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const fact = useFact(object, entry, field);
  const { draft, among, type, clash, missing, busy, wrong, begin, stop, save, settle, back } = fact;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const editing = draft !== undefined;
  const edited = useRef(editing);
  useEffect(() => {
    // the editor took the focus with it
    if (edited.current && !editing && document.activeElement === document.body) {
      pencil.current?.focus({ preventScroll: true });
    }
    edited.current = editing;
  }, [editing]);
  const value = entry[field.name];
  const label = say(field.label);
  const atOnce = isWholeAtOnce(field.type);
  const editable =
    open && !field.read_only && !field.fixed && field.access === 'write' && canEdit(field.type);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      stop();
    } else if (
      event.key === 'Enter' &&
      !atOnce &&
      !isListOpen(event.target) &&
      (!hasLines(field.type) || event.ctrlKey || event.metaKey)
    ) {
      void save();
    }
  };
  /** Menus of the editor open elsewhere in the page; only leaving both is an end, and nothing that is on its way is given up. */
  const left = (to: EventTarget | null) => {
    if (
      to instanceof Node &&
      !place.current?.querySelector('[aria-busy=true]') &&
      !place.current?.contains(to) &&
      !(to as Element).closest('.ant-picker-dropdown, .ant-select-dropdown, .ant-cascader-dropdown')
    ) {
      void save();
    }
  };

  if (draft) {
    return (
      <>
        <div
          ref={place}
          className={styles.editing}
          onKeyDown={press}
          onBlur={(event) => left(event.relatedTarget)}
        >
          <label htmlFor={id} className="sr-only">
            {label}
          </label>
          <Edit
            id={id}
            field={field}
            among={among}
            value={draft.value}
            autoFocus
            wrong={wrong !== undefined}
            onChange={(value) => (atOnce ? void save(value) : type(value))}
          />
          {wrong && (
            <p role="alert" className={styles.wrong}>
              {wrong}
            </p>
          )}
          {hasLines(field.type) && (
            <div className={styles.foot}>
              <span className={styles.keys}>{t('save_by', { keys: inAWord('mod+enter') })}</span>
              <Button size="small" onClick={stop}>
                {common('cancel')}
              </Button>
              <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
                {common('save')}
              </Button>
            </div>
          )}
        </div>
        {missing && (
          <Suspense fallback={null}>
            <Missing
              title={t('refit', { field: label })}
              act={common('save')}
              fields={missing.fields.map((each) => ({
                field: each,
                message: t('refit_why'),
              }))}
              among={missing.among}
              onGo={(chosen) => void missing.go(chosen)}
              onClose={missing.back}
            />
          </Suspense>
        )}
        {clash && (
          <Suspense fallback={null}>
            <ClashDialog
              fields={[field]}
              base={clash.base}
              theirs={clash.theirs}
              mine={{ [field.name]: draft.value }}
              busy={busy}
              onSave={(chosen) => void settle(clash, chosen)}
              onClose={back}
            />
          </Suspense>
        )}
      </>
    );
  }
  const shown = isEmpty(value) ? (
    <span className={styles.empty}>—</span>
  ) : (
    <Show field={field} value={value} whole />
  );
  if (!editable) {
    return <div className={styles.value}>{shown}</div>;
  }
  return (
    <div
      className={styles.value}
      data-open
      onClick={(event) => !(event.target as Element).closest('a, button') && begin()}
    >
      {shown}
      <button
        type="button"
        ref={pencil}
        data-edit
        className={styles.pencil}
        aria-label={t('edit_field', { field: label })}
        onClick={begin}
      >
        <Pencil size={12} aria-hidden />
      </button>
    </div>
  );
}
