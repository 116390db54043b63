import type { OwnPath } from '@/records/brought';
import { stagesQuery, usualStages } from '../stages';

/** Deals come on by verbs of their own, and one that was closed goes on by being reopened. */
export const dealPath: OwnPath = {
  verbs: { move: 'move_stage', reopen: 'reopen', close: { won: 'close_won', lost: 'close_lost' } },
  ended: 'opportunity.already_closed',
  fields: {
    since: 'stage_entered_at',
    furthest: 'furthest_stage',
    closed: 'closed_at',
    reason: 'loss_reason',
    also: ['pipeline', 'status'],
  },
  stages: { query: stagesQuery, usual: usualStages },
  asked: {
    won: { amount: 'amount', close_date: 'close_date', note: 'close_note' },
    lost: { loss_reason: 'loss_reason', note: 'close_note' },
  },
};
