import type { KeyboardEvent } from 'react';
import type { Tree } from '@/lib/forest';
import { Card, type CardProps } from './Card';
import type { Person } from './people';
import styles from './people.module.css';

interface Props extends Omit<CardProps, 'person'> {
  forest: Tree<Person>[];
  label: string;
  /** Beside each other, for who stands in no line. */
  flat?: boolean;
}

/** From how many on people without anybody below them stand under each other rather than side by side. */
const STACKED = 4;

const linkIn = (item: Element | null | undefined) =>
  item?.querySelector<HTMLElement>(':scope > div a') ?? undefined;

/** Where an arrow leads from a person: up and down the line, and along those who stand beside. */
function reached(item: Element, key: string): HTMLElement | undefined {
  const list = item.parentElement;
  const stacked = list?.matches(`.${styles.stacked}`) === true || innerWidth <= 720;
  const beside = stacked
    ? { before: 'ArrowUp', after: 'ArrowDown' }
    : { before: 'ArrowLeft', after: 'ArrowRight' };
  const along = stacked ? { up: 'ArrowLeft', down: 'ArrowRight' } : { up: 'ArrowUp', down: 'ArrowDown' };
  switch (key) {
    case beside.before:
      return linkIn(item.previousElementSibling);
    case beside.after:
      return linkIn(item.nextElementSibling);
    case along.up:
      return linkIn(list?.closest('li'));
    case along.down:
      return linkIn(item.querySelector(':scope > ul > li'));
    default:
      return undefined;
  }
}

/** Lines of people as a chart: lists within lists, so that they read well without being seen, and stand indented on the phone. */
export function Chart({ forest, label, flat = false, ...shared }: Props) {
  const press = (event: KeyboardEvent) => {
    const item = (event.target as Element).closest('a') && (event.target as Element).closest('li');
    const next = item && reached(item, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <div className={styles.frame} onKeyDown={press}>
      <ul aria-label={label} className={flat ? styles.flat : styles.chart}>
        {forest.map((tree) => (
          <Branch key={tree.item.id} tree={tree} {...shared} />
        ))}
      </ul>
    </div>
  );
}

function Branch({ tree, ...shared }: { tree: Tree<Person> } & Omit<CardProps, 'person'>) {
  const { item, below } = tree;
  const stacked = below.length >= STACKED && below.every((each) => each.below.length === 0);
  return (
    <li>
      <Card person={item} {...shared} />
      {below.length > 0 && (
        <ul className={stacked ? styles.stacked : styles.below}>
          {below.map((each) => (
            <Branch key={each.item.id} tree={each} {...shared} />
          ))}
        </ul>
      )}
    </li>
  );
}
