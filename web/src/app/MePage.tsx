import { useSuspenseQuery } from '@tanstack/react-query';
import { ChevronRight, Settings, Star, Upload, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importable } from '@/features/import/importable';
import { addressOf, useDesk, type AtHand } from '@/lib/desk';
import { language, languages, nameOf, speak } from '@/lib/i18n';
import { useObjects } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import { Face } from '@/ui/Face';
import { choose, densities, modes, useLook } from '@/ui/look';
import { tell } from '@/ui/tell';
import { Choices } from './Choices';
import { Count } from './Count';
import { iconOf, placesOf, waysOf } from './menu';
import { renewal } from './renewal';
import { useWaiting } from './waiting';
import styles from './MePage.module.css';

const SOME = 6;

/** Who one is here, how it shall look, and every place that has no room in the bar below. */
export function MePage() {
  const { t } = useTranslation('shell');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const look = useLook();
  const objects = useObjects();
  const waiting = useWaiting();
  const { favourites, recent } = useDesk();
  const name = session && 'label' in session.user ? (session.user.label ?? '') : '';
  const others = recent.filter((each) => favourites.every((kept) => kept.record !== each.record));
  const places = waysOf(objects, placesOf(objects), t);
  const kept = (each: AtHand) => ({
    key: each.id,
    to: addressOf(each),
    icon: iconOf(each.of ?? each.object, objects),
    label: each.label,
  });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Face name={name} size={48} />
        <h1>{name}</h1>
      </header>
      <nav aria-label={t('me.places')} className={styles.tiles}>
        {places.map(({ of, to, icon: Icon, label }) => (
          <Link key={to} to={to} className={styles.tile}>
            <span className={styles.sign}>
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              <Count of={of} waiting={waiting} small />
            </span>
            <span className={styles.word}>{label}</span>
          </Link>
        ))}
      </nav>
      <Group title={t('nav.favourites')} rows={favourites.map(kept)} star />
      <Group title={t('nav.recent')} rows={others.slice(0, SOME).map(kept)} />
      <section aria-labelledby="own" className={styles.group}>
        <h2 id="own">{t('me.own')}</h2>
        <Choices
          label={t('user.language')}
          all={languages}
          chosen={language()}
          word={(code) => nameOf[code]}
          onChoose={(code) => void speak(code).catch(tell)}
        />
        <Choices
          label={t('user.theme')}
          all={modes}
          chosen={look.mode}
          word={(mode) => t(`user.${mode}`)}
          onChoose={(mode) => choose({ mode })}
        />
        <Choices
          label={t('user.density')}
          all={densities}
          chosen={look.density}
          word={(density) => t(`user.${density}`)}
          onChoose={(density) => choose({ density })}
        />
        {importable(objects).length > 0 && <Row to="/import" icon={Upload} label={t('user.imports')} />}
        <Row to="/settings" icon={Settings} label={t('places.settings')} />
      </section>
      <button type="button" className={styles.out} onClick={() => void renewal.leave().catch(tell)}>
        {t('user.sign_out')}
      </button>
    </div>
  );
}

interface RowProps {
  to: string;
  icon: LucideIcon;
  label: string;
}

function Row({ to, icon: Icon, label }: RowProps) {
  return (
    <Link to={to} className={styles.row}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.label}>{label}</span>
      <ChevronRight size={16} strokeWidth={1.5} className={styles.on} aria-hidden />
    </Link>
  );
}

interface GroupProps {
  title: string;
  rows: (RowProps & { key: string })[];
  star?: boolean;
}

function Group({ title, rows, star = false }: GroupProps) {
  return rows.length > 0 ? (
    <section aria-label={title} className={styles.group}>
      <h2>
        {star && <Star size={14} strokeWidth={1.5} aria-hidden />}
        {title}
      </h2>
      {rows.map(({ key, ...row }) => (
        <Row key={key} {...row} />
      ))}
    </section>
  ) : null;
}
