import { lazy } from 'react';
import { bringDialog } from '@/records/page/ownDialogs';

bringDialog(
  'lead',
  'convert',
  lazy(() => import('./convert/ConvertDialog').then((module) => ({ default: module.ConvertDialog }))),
);
