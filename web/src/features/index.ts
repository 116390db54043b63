import { lazy } from '@/lib/lazy';
import { bringDialog } from '@/records/page/ownDialogs';
import { bringParts } from '@/records/page/ownParts';
import { accountParts } from './account/parts';

bringDialog(
  'lead',
  'convert',
  lazy(() => import('./convert/ConvertDialog').then((module) => ({ default: module.ConvertDialog }))),
);

bringParts('account', accountParts);
