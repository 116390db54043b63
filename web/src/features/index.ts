import { lazy } from '@/lib/lazy';
import { bringActs } from '@/records/page/ownActs';
import { bringDialog } from '@/records/path/ownDialogs';
import { bringFailure, bringPath } from '@/records/path/ownPath';
import { bringProposal } from '@/records/form/proposals';
import { bringTick } from '@/records/ownTick';
import { bringCalled } from '@/records/page/useCalled';
import { bringParts } from '@/records/page/ownParts';
import { bringRelated } from '@/records/related/related';
import { bringKeys } from '@/ui/keymap';
import { accountParts } from './account/parts';
import { closingDay, dealActs } from './deal/acts';
import { dealPath } from './deal/path';
import { leadActs } from './lead/acts';
import { goingKeys } from './places';
import { taskActs, taskTick } from './task/acts';

bringDialog(
  'lead',
  'convert',
  lazy(() => import('./convert/ConvertDialog').then((module) => ({ default: module.ConvertDialog }))),
  'lead.convert_only',
);

bringActs('lead', leadActs);
bringActs('opportunity', dealActs);
bringActs('task', taskActs);

bringParts('account', accountParts);

bringCalled('opportunity', ['contact', 'account']);

bringPath('opportunity', 'stage', dealPath);
bringProposal('opportunity', 'close_date', closingDay);
bringFailure('lead', 'status', 'unqualified');
bringFailure('campaign', 'status', 'cancelled');

bringKeys('everywhere', goingKeys);

bringTick('task', taskTick);

bringRelated({
  first: ['contact', 'opportunity', 'opportunity_line', 'opportunity_contact', 'task', 'attachment'],
  elsewhere: ['activity', 'comment', 'stage_history', 'job_move'],
  telling: ['role', 'title', 'stage', 'amount', 'total', 'status', 'due_at', 'close_date', 'mobile', 'owner'],
});
