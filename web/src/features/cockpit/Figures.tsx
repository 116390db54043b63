import { useQuery } from '@tanstack/react-query';
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentsIn, all, leaf } from '@/lib/filters';
import { number } from '@/lib/format';
import { sees } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { count, numberOf, reportQuery, rowsOf, totalOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import { daysIn, happenedIn } from './period';
import { ofTeam, type Scope } from './scope';
import { trend } from './trend';
import { useWorth } from './useWorth';
import styles from '@/ui/Figures.module.css';

/** How the period goes in five numbers, against the one before. */
export function Figures({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const deals = scope.metas.opportunity;
  const closed = sees(deals, 'closed_at', 'status');
  return (
    <section aria-label={t('figures')} className={styles.figures}>
      {closed && <Closed scope={scope} />}
      {sees(deals, 'created_at') && <Created scope={scope} />}
      {sees(scope.metas.lead, 'created_at') && <Leads scope={scope} />}
      {sees(deals, 'close_date', 'status') && <Due scope={scope} />}
    </section>
  );
}

const share = (percent: number) => `${number(Math.round(percent * 10) / 10)}%`;
const ended = leaf('status', 'in', ['won', 'lost']);

/** What was won, and which share of what came to an end. */
function Closed({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const team = ofTeam(scope);
  const asked = (when: Filter) =>
    reportQuery({
      object: 'opportunity',
      filter: all(ended, when, team),
      group_by: [{ field: 'status' }],
      measures: worth.measures,
    });
  const within = happenedIn('closed_at', scope.period);
  const now = useQuery(asked(within)).data;
  const before = useQuery(asked(momentsIn('closed_at', scope.before))).data;
  const won = (report: typeof now) => rowsOf(report).find((row) => row.status === 'won');
  const rate = (report: typeof now) => {
    const all = numberOf(totalOf(report).count);
    return all === 0 ? undefined : (numberOf(won(report)?.count) / all) * 100;
  };
  const { brief } = worth.told([...rowsOf(now), ...rowsOf(before)]);
  const [is, was] = [rate(now), rate(before)];
  return (
    <>
      <Figure
        name={t('won_amount')}
        value={now && brief(worth.of(won(now)))}
        aside={worth.valued && now ? worth.deals(numberOf(won(now)?.count)) : undefined}
        to={listPath('opportunity', all(leaf('status', 'eq', 'won'), within, team))}
        change={now && before && trend(worth.of(won(now)), worth.of(won(before)))}
        was={before && brief(worth.of(won(before)))}
        scope={scope}
      />
      <Figure
        name={t('win_rate')}
        value={now && (is === undefined ? '—' : share(is))}
        to={listPath('opportunity', all(ended, within, team))}
        change={is !== undefined && was !== undefined ? is - was : undefined}
        was={was === undefined ? undefined : share(was)}
        points
        scope={scope}
      />
    </>
  );
}

function Created({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const asked = (when: Filter) =>
    reportQuery({
      object: 'opportunity',
      filter: all(when, ofTeam(scope)),
      measures: worth.measures,
    });
  const within = happenedIn('created_at', scope.period);
  const now = useQuery(asked(within)).data;
  const before = useQuery(asked(momentsIn('created_at', scope.before))).data;
  const total = totalOf(now);
  return (
    <Figure
      name={t('new_deals')}
      value={now && worth.told([total]).brief(worth.of(total))}
      aside={worth.valued && now ? worth.deals(numberOf(total.count)) : undefined}
      to={listPath('opportunity', all(within, ofTeam(scope)))}
      change={now && before && trend(worth.of(total), worth.of(totalOf(before)))}
      was={before && worth.told([total]).brief(worth.of(totalOf(before)))}
      scope={scope}
    />
  );
}

function Leads({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const asked = (when: Filter) =>
    reportQuery({ object: 'lead', filter: all(when, ofTeam(scope)), measures: [count] });
  const within = happenedIn('created_at', scope.period);
  const now = useQuery(asked(within)).data;
  const before = useQuery(asked(momentsIn('created_at', scope.before))).data;
  const [is, was] = [numberOf(totalOf(now).count), numberOf(totalOf(before).count)];
  return (
    <Figure
      name={t('new_leads')}
      value={now && number(is)}
      to={listPath('lead', all(within, ofTeam(scope)))}
      change={now && before && trend(is, was)}
      was={before && number(was)}
      scope={scope}
    />
  );
}

/** What is open and to be closed in the period; nobody knows how that looked before. */
function Due({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const filter = all(leaf('status', 'eq', 'open'), daysIn('close_date', scope.period), ofTeam(scope));
  const weighs = worth.valued && sees(scope.metas.opportunity, 'weighted_amount');
  const { data } = useQuery(
    reportQuery({
      object: 'opportunity',
      filter,
      measures: [
        ...worth.measures,
        ...(weighs ? [{ fn: 'sum' as const, field: 'weighted_amount', name: 'weighted' }] : []),
      ],
    }),
  );
  const total = totalOf(data);
  const { brief } = worth.told([total]);
  return (
    <Figure
      name={t('due')}
      value={data && brief(worth.of(total))}
      aside={worth.valued && data ? worth.deals(numberOf(total.count)) : undefined}
      to={listPath('opportunity', filter)}
      scope={scope}
      hint={weighs && data ? t('weighted', { amount: brief(numberOf(total.weighted)) }) : undefined}
    />
  );
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, level: ArrowRight };

interface Props {
  name: string;
  value: string | undefined;
  aside?: string | undefined;
  to: string;
  /** In per cent of the period before, or in points. */
  change?: number | undefined;
  points?: boolean;
  /** What it was in the period before. */
  was?: string | undefined;
  hint?: string | undefined;
  scope: Scope;
}

function Figure({ name, value, aside, to, change, points = false, was, hint, scope }: Props) {
  const { t } = useTranslation('cockpit');
  const rounded = Math.round((change ?? 0) * 10) / 10;
  const way = rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'level';
  const Arrow = arrows[way];
  const against = t(scope.running ? 'against_part' : 'against', {
    from: scope.before.from,
    to: scope.before.to,
    was: was ?? '',
  });
  return (
    <div className={styles.figure}>
      <span aria-hidden className={styles.name}>
        {name}
      </span>
      <Link to={to} className={styles.value}>
        <span className="sr-only">{name}</span> {value ?? '…'} {aside && <small>{aside}</small>}
      </Link>
      <span className={styles.hint}>
        {change !== undefined ? (
          <span className={styles.change} data-way={way} title={against}>
            <Arrow size={14} strokeWidth={1.75} aria-label={t(`ways.${way}`)} />
            {t(points ? 'points' : 'percent', { n: number(Math.abs(rounded)) })}
            <span className="muted">{t(scope.running ? 'than_part' : 'than')}</span>
          </span>
        ) : (
          (hint ??
          (was === undefined ? (
            ''
          ) : (
            <span title={against}>{t(scope.running ? 'was_part' : 'was', { was })}</span>
          )))
        )}
      </span>
    </div>
  );
}
