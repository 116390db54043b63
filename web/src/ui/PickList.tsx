import { ArrowLeft, Check, ChevronRight, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useNarrow } from './useNarrow';
import styles from './PickList.module.css';

export interface Pick {
  key: string;
  label: string;
  /** What is drawn instead of the label. */
  drawn?: ReactNode;
  icon?: ReactNode;
  group?: string | undefined;
  /** Whether it is chosen, where several can be. */
  checked?: boolean;
  /** Whether it is the one that is chosen, where only one can be. */
  current?: boolean;
  /** Whether it leads on to more. */
  leads?: boolean;
}

interface Props<P extends Pick> {
  items: P[];
  text: string;
  onText: (text: string) => void;
  onPick: (item: P) => void;
  /** Called by ← or ⌫ in an empty search. */
  onBack?: (() => void) | undefined;
  /** What the button back is called. */
  back?: string | undefined;
  placeholder: string;
  empty: string;
  autoFocus?: boolean;
}

/** A searchable list to pick from by pointer or keys. */
export function PickList<P extends Pick>({
  items,
  text,
  onText,
  onPick,
  onBack,
  back,
  placeholder,
  empty,
  autoFocus,
}: Props<P>) {
  const id = useId();
  const [wanted, want] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const at = Math.min(wanted, items.length - 1);
  const several = items.some((item) => item.checked !== undefined);
  const narrow = useNarrow();
  useEffect(() => {
    if (autoFocus && !narrow) {
      input.current?.focus(); // on the phone the keyboard would hide the list
    }
  }, [autoFocus, narrow]);

  const go = (to: number) => {
    want(to);
    list.current?.querySelectorAll('[role=option]')[to]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: React.KeyboardEvent) => {
    const item = items[at];
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown') {
      go(Math.min(at + 1, items.length - 1));
    } else if (event.key === 'ArrowUp') {
      go(Math.max(at - 1, 0));
    } else if (item && (event.key === 'Enter' || (event.key === 'ArrowRight' && item.leads && text === ''))) {
      onPick(item);
    } else if (onBack && text === '' && (event.key === 'ArrowLeft' || event.key === 'Backspace')) {
      onBack();
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.search}>
        {onBack ? (
          <button type="button" className={styles.back} aria-label={back} title={back} onClick={onBack}>
            <ArrowLeft size={14} aria-hidden />
          </button>
        ) : (
          <Search size={14} aria-hidden />
        )}
        <input
          ref={input}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? id : undefined}
          aria-activedescendant={items.length > 0 ? `${id}${at}` : undefined}
          aria-label={placeholder}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            want(0);
            onText(event.target.value);
          }}
          onKeyDown={press}
        />
      </div>
      {items.length === 0 ? (
        <p role="status" className={styles.empty}>
          {empty}
        </p>
      ) : (
        <ul
          ref={list}
          id={id}
          role="listbox"
          aria-label={placeholder}
          aria-multiselectable={several}
          className={styles.list}
        >
          {items.map((item, i) => (
            <Item
              key={item.key}
              id={`${id}${i}`}
              item={item}
              active={i === at}
              heading={item.group !== items[i - 1]?.group}
              onHover={() => want(i)}
              onPick={() => onPick(item)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface ItemProps {
  id: string;
  item: Pick;
  active: boolean;
  heading: boolean;
  onHover: () => void;
  onPick: () => void;
}

function Item({ id, item, active, heading, onHover, onPick }: ItemProps) {
  return (
    <>
      {heading && item.group !== undefined && (
        <li role="presentation" className={styles.group}>
          {item.group}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={item.checked ?? active}
        data-active={active}
        className={styles.item}
        onPointerMove={active ? undefined : onHover}
        onClick={onPick}
      >
        {item.checked !== undefined && (
          <span className={styles.box}>
            <Check size={12} strokeWidth={3} aria-hidden />
          </span>
        )}
        {item.icon}
        <span className={styles.label}>{item.drawn ?? item.label}</span>
        {item.current && <Check size={14} aria-hidden />}
        {item.leads && <ChevronRight size={14} aria-hidden />}
      </li>
    </>
  );
}
