import { lazy } from '@/lib/lazy';
import { today } from '@/lib/days';
import { bringActs } from '@/records/page/ownActs';
import { bringDialog } from '@/records/path/ownDialogs';
import { bringFailure, bringPath } from '@/records/path/ownPath';
import { bringProposal } from '@/records/form/proposals';
import { bringTick } from '@/records/ownTick';
import { bringParts } from '@/records/page/ownParts';
import { bringRelated } from '@/records/related/related';
import { bringKeys } from '@/ui/keymap';
import { accountParts } from './account/parts';
import { dealPath } from './deal/path';
import { goingKeys } from './places';

bringDialog(
  'lead',
  'convert',
  lazy(() => import('./convert/ConvertDialog').then((module) => ({ default: module.ConvertDialog }))),
  'lead.convert_only',
);

bringActs('lead', ({ status, owner }) =>
  status === 'converted'
    ? { verbs: [], main: false }
    : { verbs: owner === null ? ['convert', 'claim'] : ['disqualify', 'convert'], main: true },
);
bringActs('opportunity', ({ status }) =>
  status === 'open' ? { verbs: ['close_lost', 'close_won'], main: true } : { verbs: ['reopen'], main: false },
);
bringActs('task', ({ done_at }) => ({ verbs: done_at ? [] : ['complete'], main: true }));

bringParts('account', accountParts);

bringPath('opportunity', 'stage', dealPath);
// a deal that was to close later closes now
bringProposal('opportunity', 'close_date', (day) =>
  typeof day === 'string' && day < today() ? day : today(),
);
bringFailure('lead', 'status', 'unqualified');
bringFailure('campaign', 'status', 'cancelled');

bringKeys('everywhere', goingKeys);

bringTick('task', { verb: 'complete', done: 'done_at', due: 'due_at' });

bringRelated({
  first: ['contact', 'opportunity', 'opportunity_line', 'opportunity_contact', 'task', 'attachment'],
  elsewhere: ['activity', 'comment', 'stage_history', 'job_move'],
});
