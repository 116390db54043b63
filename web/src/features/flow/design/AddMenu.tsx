import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import type { Kind } from '../api';
import { inGroups, stepSign } from '../graph/signs';
import styles from './Design.module.css';

interface Props {
  anchor: HTMLElement;
  kinds: Kind[];
  onPick: (kind: Kind) => void;
  onClose: () => void;
}

/** The kinds of steps, each with what it is for. */
export function AddMenu({ anchor, kinds, onPick, onClose }: Props) {
  const { t } = useTranslation('flow');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const press = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      all[(at + step + all.length) % all.length]?.focus();
    }
  };
  return (
    <Floating anchor={anchor} label={t('add')} width={320} align="start" onClose={onClose}>
      <div ref={list} role="menu" aria-label={t('add')} className={styles.kinds} onKeyDown={press}>
        {inGroups(kinds).map(({ group, kinds: own }) => (
          <div key={group} role="group" aria-label={t(`groups.${group}`)} className={styles.group}>
            <span aria-hidden className={styles.group_name}>
              {t(`groups.${group}`)}
            </span>
            {own.map((kind) => (
              <Pick key={kind.name} kind={kind} onPick={() => onPick(kind)} />
            ))}
          </div>
        ))}
      </div>
    </Floating>
  );
}

function Pick({ kind, onPick }: { kind: Kind; onPick: () => void }) {
  const { icon: Icon, tone } = stepSign(kind.name);
  return (
    <button type="button" role="menuitem" className={styles.pick} onClick={onPick}>
      <span
        className={styles.sign}
        style={{ color: `var(--tag-${tone}-text)`, background: `var(--tag-${tone}-ground)` }}
      >
        <Icon size={16} strokeWidth={1.5} aria-hidden />
      </span>
      <span>
        <span className={styles.label}>{say(kind.label)}</span>
        <span className={styles.hint}>{say(kind.help)}</span>
      </span>
    </button>
  );
}
