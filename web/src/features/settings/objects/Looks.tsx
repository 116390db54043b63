import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOf } from '@/features/objects';
import type { ObjectBrief } from '@/lib/meta';
import { objectIcons } from '@/ui/icons';
import { byArrows, radio } from '@/ui/radios';
import { tagColour, tagColours, type TagColour } from '@/ui/theme';
import styles from './Looks.module.css';

/** One of the twelve colours. */
export function Colours({
  value,
  onChange,
}: {
  value: string | null | undefined;
  onChange: (colour: TagColour) => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <div role="radiogroup" aria-label={t('colour')} className={styles.colours} onKeyDown={byArrows}>
      {tagColours.map((colour) => (
        <button
          key={colour}
          {...radio(colour === value, colour === (value ?? tagColours[0]))}
          aria-label={t(`colours.${colour}`)}
          title={t(`colours.${colour}`)}
          className={styles.colour}
          style={{ color: `var(--tag-${colour}-text)`, background: `var(--tag-${colour}-ground)` }}
          onClick={() => onChange(colour)}
        >
          <span aria-hidden />
        </button>
      ))}
    </div>
  );
}

/** One of the signs that an object can have. */
export function Icons({
  value,
  colour,
  onChange,
}: {
  value: string | undefined;
  colour: string;
  onChange: (icon: string) => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <div role="radiogroup" aria-label={t('object.icon')} className={styles.icons} onKeyDown={byArrows}>
      {Object.entries(objectIcons).map(([name, Icon]) => (
        <button
          key={name}
          {...radio(name === value, name === (value ?? Object.keys(objectIcons)[0]))}
          aria-label={t(`icons.${name}`, name)}
          title={t(`icons.${name}`, name)}
          className={styles.icon}
          style={
            name === value
              ? { color: `var(--tag-${colour}-text)`, background: `var(--tag-${colour}-ground)` }
              : undefined
          }
          onClick={() => onChange(name)}
        >
          <Icon size={18} strokeWidth={1.5} aria-hidden />
        </button>
      ))}
    </div>
  );
}

/** An object's sign on its colour. */
export function Sign({ object, className }: { object: ObjectBrief; className?: string | undefined }) {
  const name = tagColour('', object.color ?? 'slate');
  return (
    <span
      aria-hidden
      className={className}
      style={{ color: `var(--tag-${name}-text)`, background: `var(--tag-${name}-ground)` }}
    >
      {createElement(signOf(object.name, object.icon), { size: 16, strokeWidth: 1.5 })}
    </span>
  );
}
