import { Button, Drawer } from 'antd';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';
import { touching } from './touching';
import { useFocusBack } from './useFocusBack';
import { useNarrow } from './useNarrow';
import styles from './FormDrawer.module.css';

interface Props {
  title: string;
  /** What the button says that keeps it; without it there is nothing to keep yet. */
  save?: string | undefined;
  busy?: boolean;
  /** What has the focus first, also where the form becomes another one. */
  first?: string;
  onSave: () => void;
  onClose: () => void;
  /** Called instead of `onClose` by the button that says so. */
  onCancel?: () => void;
  /** Called once something was typed or chosen. */
  onTouch?: () => void;
  children: ReactNode;
}

/** A form at the side of what it belongs to; on the phone it is the page. */
export function FormDrawer(props: Props) {
  const { title, save, busy = false, first, onSave, onClose, onCancel = onClose, onTouch, children } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const form = useRef<HTMLFormElement>(null);
  /** Whether something was typed or chosen, which a click beside the form had better not lose. */
  const [touched, setTouched] = useState(false);
  const touch = () => {
    if (!touched) {
      setTouched(true);
      onTouch?.();
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) {
      onSave();
    }
  };
  /** Whoever types already is left where they are. */
  const begin = () => {
    if (first && form.current?.contains(document.activeElement) !== true) {
      document.getElementById(first)?.focus({ preventScroll: true });
    }
  };
  const [opened, setOpened] = useState(false);
  const again = useEffectEvent(() => {
    if (opened) {
      begin();
    }
  });
  useEffect(() => again(), [first]);
  const soon = useEffectEvent(begin);
  // the end of the motion is not always told, least of all where there is hardly any
  useEffect(() => {
    const frame = requestAnimationFrame(() => soon());
    return () => cancelAnimationFrame(frame);
  }, []);
  useKeys('dialogs', save === undefined ? {} : { submit: () => busy || form.current?.requestSubmit() });
  useFocusBack();
  return (
    <Drawer
      open
      title={title}
      size={narrow ? '100%' : 560}
      onClose={onClose}
      mask={{ closable: !touched }}
      afterOpenChange={(now) => {
        setOpened(now);
        if (now) {
          begin();
        }
      }}
      footer={
        save !== undefined && (
          <div className={styles.foot}>
            <Button onClick={onCancel}>{t('cancel')}</Button>
            <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
              {save}
            </Button>
          </div>
        )
      }
    >
      <form ref={form} onSubmit={submit} {...touching(touch)} noValidate className={styles.form}>
        {children}
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}
