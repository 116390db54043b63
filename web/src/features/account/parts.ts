import i18next from 'i18next';
import { lazy } from '@/lib/lazy';
import type { OwnPart } from '@/records/brought';

/** What an account's page shows besides facts, timeline and related records. */
export const accountParts: OwnPart[] = [
  {
    key: 'people',
    title: () => i18next.t('account:people.title'),
    shows: ['contact'],
    Part: lazy(() => import('./people/People').then((module) => ({ default: module.People }))),
  },
  {
    key: 'money',
    title: () => i18next.t('account:money.title'),
    shows: ['opportunity'],
    Part: lazy(() => import('./money/MoneyPart').then((module) => ({ default: module.MoneyPart }))),
  },
  {
    key: 'activity',
    title: () => i18next.t('account:heat.title'),
    shows: ['activity'],
    Part: lazy(() => import('./heat/HeatPart').then((module) => ({ default: module.HeatPart }))),
  },
  {
    key: 'group',
    title: () => i18next.t('account:group.title'),
    shows: ['account'],
    Part: lazy(() => import('./group/GroupPart').then((module) => ({ default: module.GroupPart }))),
  },
];
