import { Button } from 'antd';
import { Suspense, useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { hasLines, isChosen, isWholeAtOnce } from '@/fields/values';
import { lazy } from '@/lib/lazy';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { inAWord } from '@/ui/keys';
import { useFact } from './useFact';
import styles from './FactEditor.module.css';

const ClashDialog = lazy(() => import('./ClashDialog').then((module) => ({ default: module.ClashDialog })));

const Missing = lazy(() => import('./Missing').then((module) => ({ default: module.Missing })));

interface Props {
  object: string;
  entry: Entry;
  field: Field;
  /** Called once the value is saved or given back. */
  onEnd: () => void;
  /** Called when Tab is pressed; who goes on elsewhere leaves, and that saves. */
  onTab?: (event: KeyboardEvent) => void;
}

/** Where what there is to choose from, or a form that makes it, lies open elsewhere in the page. */
const MENUS = '.ant-picker-dropdown, .ant-select-dropdown, .ant-cascader-dropdown, .ant-drawer, .ant-modal';

/** A value while it is changed where it stands: Enter saves, leaving saves, Esc gives it back. */
export function FactEditor({ object, entry, field, onEnd, onTab }: Props) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const fact = useFact(object, entry, field, onEnd);
  const { value, among, type, clash, missing, busy, wrong, stop, save, leave, settle, back } = fact;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const atOnce = isWholeAtOnce(field.type);
  useEffect(() => {
    if (wrong !== undefined) {
      place.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [wrong]);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const wholly = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      event.stopPropagation();
      stop();
    } else if (event.key === 'Tab' && !event.defaultPrevented) {
      onTab?.(event);
    } else if (
      event.key === 'Enter' &&
      !atOnce &&
      (wholly || !(hasLines(field.type) || event.defaultPrevented))
    ) {
      void save();
    }
  };
  /** Who passes by a list of choices takes none of them. */
  const passBy = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && (event.target as Element).closest('.ant-select')) {
      event.stopPropagation();
      onTab?.(event);
    }
  };
  /** Menus of the editor open elsewhere in the page; only leaving both is an end, and nothing that is on its way is given up. */
  const left = (to: EventTarget | null) => {
    if (
      to instanceof Element &&
      (wrong !== undefined || !isChosen(field.type)) &&
      !place.current?.querySelector('[aria-busy=true]') &&
      !place.current?.contains(to) &&
      !to.closest(MENUS)
    ) {
      leave();
    }
  };
  // what is pressed may take no focus
  useEffect(() => {
    const press = ({ target }: PointerEvent) => left(target);
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  });

  return (
    <>
      <div
        ref={place}
        className={styles.editing}
        onKeyDownCapture={passBy}
        onKeyDown={press}
        onBlur={(event) => left(event.relatedTarget)}
      >
        <label htmlFor={id} className="sr-only">
          {say(field.label)}
        </label>
        <Edit
          id={id}
          field={field}
          among={among}
          value={value}
          autoFocus
          opened
          wrong={wrong !== undefined}
          onChange={(to) => (atOnce ? void save(to) : type(to))}
          onClosed={() => void save()}
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
            title={t('refit', { field: say(field.label) })}
            act={common('save')}
            fields={missing.fields.map((each) => ({ field: each, message: t('refit_why') }))}
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
            mine={{ [field.name]: value }}
            busy={busy}
            onSave={(chosen) => void settle(clash, chosen)}
            onClose={back}
          />
        </Suspense>
      )}
    </>
  );
}
