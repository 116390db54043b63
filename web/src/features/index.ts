import i18next from 'i18next';
import { lazy } from '@/lib/lazy';
import { bring } from '@/records/brought';
import { bringKeys } from '@/ui/keymap';
import { accountParts } from './account/parts';
import { closingDay, dealActs } from './deal/acts';
import { dealPath } from './deal/path';
import { leadActs, seldomOfLeads } from './lead/acts';
import { goingKeys } from './places';
import { taskActs, taskTick } from './task/acts';

const tasksGoAlong = () => i18next.t('record:tasks_go_along');

bring({
  objects: {
    lead: {
      acts: leadActs,
      seldom: seldomOfLeads,
      dialogs: {
        convert: {
          Dialog: lazy(() =>
            import('./convert/ConvertDialog').then((module) => ({ default: module.ConvertDialog })),
          ),
          refusal: 'lead.convert_only',
        },
      },
      hints: { assign: tasksGoAlong },
      failures: { status: 'unqualified' },
    },
    account: { parts: accountParts, hints: { assign: tasksGoAlong } },
    contact: { hints: { assign: tasksGoAlong } },
    opportunity: {
      acts: dealActs,
      hints: { assign: () => i18next.t('record:customer_goes_along') },
      called: ['contact', 'account'],
      paths: { stage: dealPath },
      proposals: { close_date: closingDay },
      addedUp: { amount: { object: 'opportunity_line', field: 'opportunity' } },
      sum: 'amount',
      weighted: 'weighted_amount',
    },
    opportunity_line: {
      begins: ['product', 'quantity'],
      filled: { link: 'product', fields: { name: 'name', unit: 'unit', unit_price: 'list_price' } },
    },
    task: { acts: taskActs, tick: taskTick },
    campaign: { failures: { status: 'cancelled' } },
  },
  related: {
    first: ['contact', 'opportunity', 'opportunity_line', 'opportunity_contact', 'task', 'attachment'],
    elsewhere: ['activity', 'comment', 'stage_history', 'job_move'],
    telling: [
      'role',
      'title',
      'stage',
      'amount',
      'total',
      'status',
      'due_at',
      'close_date',
      'mobile',
      'owner',
    ],
    people: { contact: ['account'], lead: [] },
  },
});

bringKeys('everywhere', goingKeys);
