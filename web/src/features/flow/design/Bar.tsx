import { Button, Input } from 'antd';
import { ChevronLeft, FlaskConical, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyText } from '@/ui/keys';
import { IconButton, IconLink } from '@/ui/IconButton';
import { useNarrow } from '@/ui/useNarrow';
import { StatusTag } from '../StatusTag';
import { Tabs } from '../Tabs';
import type { Flow } from '../api';
import type { Drawing } from './useDrawing';
import styles from './Design.module.css';

interface Props {
  flow: Flow | undefined;
  drawing: Drawing;
  /** Whether the saved flow says something else than the published one. */
  edited: boolean;
  busy: boolean;
  trying: boolean;
  /** What else can be done with the flow. */
  more: ReactNode;
  onTry: () => void;
  onSave: () => void;
  onPublish: () => void;
}

/** The flow's name, how far it is, and what can be done with it. */
export function Bar({ flow, drawing, edited, busy, trying, more, onTry, onSave, onPublish }: Props) {
  const { t } = useTranslation('flow');
  const narrow = useNarrow();
  const { drawn, changed, undo, redo, change } = drawing;
  const unsaved = flow === undefined || changed;
  const number = flow?.['published.number'] ?? null;
  return (
    <header className={styles.bar}>
      <div className={styles.who}>
        <IconLink to="/settings/flows" label={t('back')}>
          <ChevronLeft size={16} aria-hidden />
        </IconLink>
        <Input
          variant="borderless"
          className={styles.name ?? ''}
          aria-label={t('name')}
          placeholder={t('unnamed')}
          maxLength={100}
          value={drawn.name}
          onChange={({ target }) => change({ ...drawn, name: target.value }, 'name')}
        />
        <StatusTag status={flow?.status ?? 'draft'} />
        <span role="status" className={styles.state}>
          {[
            number === null ? t('unpublished') : t('version', { n: number }),
            ...(unsaved ? [t('unsaved')] : edited ? [t('edited')] : []),
          ].join(' · ')}
        </span>
      </div>
      {flow && !narrow && <Tabs flow={flow.id} />}
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
        <Button
          icon={<FlaskConical size={16} strokeWidth={1.5} aria-hidden />}
          aria-pressed={trying}
          {...(narrow && { 'aria-label': t('trial.title'), title: t('trial.title') })}
          onClick={onTry}
        >
          {narrow ? null : t('trial.title')}
        </Button>
        <Button disabled={!unsaved} loading={busy} onClick={onSave}>
          {t('save')}
        </Button>
        <Button type="primary" disabled={!unsaved && !edited && flow.status === 'active'} onClick={onPublish}>
          {t('publish')}
        </Button>
        {more}
      </div>
    </header>
  );
}
