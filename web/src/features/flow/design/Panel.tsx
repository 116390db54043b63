import { Button, Drawer } from 'antd';
import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import styles from './Design.module.css';

interface Props {
  title: string;
  /** What is drawn before the title. */
  sign?: ReactNode;
  /** Whether the first field has the focus when it opens. */
  focus: boolean;
  onClose: () => void;
  children: ReactNode;
}

const PATIENCE = 20;
const MOMENT = 50;

/** The first field that has a name, once it is loaded; whatever can be pressed where there is none. */
function begin(body: HTMLElement | null, tries = 0): void {
  const named = body?.querySelector('label[for]')?.getAttribute('for');
  const field =
    document.getElementById(named ?? '') ?? (named === undefined ? body?.querySelector('button') : null);
  if (field) {
    field.focus({ preventScroll: true });
  } else if (tries < PATIENCE && body?.isConnected && !body.contains(document.activeElement)) {
    setTimeout(() => begin(body, tries + 1), MOMENT);
  }
}

/** What is chosen on the graph, at its side; on the phone it is the page. */
export function Panel({ title, sign, focus, onClose, children }: Props) {
  const { t } = useTranslation('flow');
  const narrow = useNarrow();
  const panel = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useKeys('dialogs', narrow ? {} : { close: onClose }, panel);
  useEffect(() => {
    if (focus && !narrow) {
      begin(body.current);
    }
  }, [focus, narrow]);
  if (narrow) {
    return (
      <Drawer
        open
        size="100%"
        title={title}
        onClose={onClose}
        footer={
          <Button type="primary" block onClick={onClose}>
            {t('panel.done')}
          </Button>
        }
      >
        <div className={styles.form}>{children}</div>
      </Drawer>
    );
  }
  return (
    <aside ref={panel} aria-label={title} className={styles.panel}>
      <header className={styles.panel_head}>
        {sign}
        <h2>{title}</h2>
        <IconButton small label={t('panel.close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div ref={body} className={styles.form}>
        {children}
      </div>
    </aside>
  );
}
