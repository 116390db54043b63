import { Button, Input } from 'antd';
import { ChevronLeft, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyText } from '@/ui/keys';
import { IconButton, IconLink } from '@/ui/IconButton';
import type { Drawing } from './useDrawing';
import styles from './Design.module.css';

interface Props<T> {
  /** The list that it stands in. */
  back: { to: string; label: string };
  /** What its name is called. */
  label: string;
  unnamed: string;
  drawing: Drawing<T>;
  status: ReactNode;
  /** How far it is, in words. */
  state: string[];
  /** Other ways to look at it. */
  tabs?: ReactNode;
  /** What can be done with it before it is saved. */
  tools?: ReactNode;
  unsaved: boolean;
  busy: boolean;
  /** Whether publishing changes anything. */
  publishable: boolean;
  /** What else can be done with it as a whole. */
  more: ReactNode;
  onSave: () => void;
  onPublish: () => void;
}

/** The name of what is drawn, how far it is, and what can be done with it. */
export function Bar<T extends { name: string }>(props: Props<T>) {
  const { back, label, unnamed, drawing, status, state, tabs, tools, unsaved, busy, publishable } = props;
  const { t } = useTranslation('flow');
  const { drawn, undo, redo, change } = drawing;
  return (
    <header className={styles.bar}>
      <div className={styles.who}>
        <IconLink to={back.to} label={back.label}>
          <ChevronLeft size={16} aria-hidden />
        </IconLink>
        <Input
          variant="borderless"
          className={styles.name ?? ''}
          aria-label={label}
          placeholder={unnamed}
          maxLength={100}
          value={drawn.name}
          onChange={({ target }) => change({ ...drawn, name: target.value }, 'name')}
        />
        {status}
        <span role="status" className={styles.state}>
          {state.join(' · ')}
        </span>
      </div>
      {tabs}
      <div className={styles.acts}>
        <IconButton
          label={t('undo')}
          hint={`${t('undo')} ${keyText('designer', 'undo')}`}
          disabled={!undo}
          onClick={() => undo && undo()}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={t('redo')}
          hint={`${t('redo')} ${keyText('designer', 'redo')}`}
          disabled={!redo}
          onClick={() => redo && redo()}
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
        {tools}
        <Button
          disabled={!unsaved}
          loading={busy}
          title={`${t('save')} ${keyText('designer', 'save')}`}
          onClick={props.onSave}
        >
          {t('save')}
        </Button>
        <Button type="primary" disabled={!publishable} onClick={props.onPublish}>
          {t('publish')}
        </Button>
        {props.more}
      </div>
    </header>
  );
}
