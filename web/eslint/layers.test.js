// @vitest-environment node
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';
import { direction } from './direction.js';
import { mayCall } from './layers.js';

RuleTester.describe = describe;
RuleTester.it = it;

/** What a file says of another, by the ways in which it may. */
const ways = (from, to) =>
  [
    `import { X } from '@/${to}'`,
    `import type { X } from '@/${to}'`,
    `const load = () => import('@/${to}')`,
  ].map((code) => ({ filename: `/web/src/${from}`, code }));

const right = [
  ['app/Shell.tsx', 'features/today/Today'],
  ['features/lead/acts.ts', 'records/list/page/ListPage'],
  ['features/index.ts', 'features/lead/acts'],
  ['features/lead/acts.ts', 'features/stages'],
  ['features/lead/acts.ts', 'features/lead/words'],
  ['records/page/RecordPage.tsx', 'records/related/Related'],
  ['records/list/ListPage.tsx', 'records/values'],
  ['records/list/ListPage.tsx', 'fields/Edit'],
  ['records/list/page/RecordList.tsx', 'records/list/views/useView'],
  ['records/list/filter/FilterBar.tsx', 'records/list/views/useView'],
  ['records/list/views/useView.ts', 'records/list/columns'],
  ['records/list/views/useView.ts', 'records/board/plan'],
  ['features/import/wizard/Wizard.tsx', 'features/import/trial/TrialStep'],
  ['features/import/trial/TrialStep.tsx', 'features/import/job/draft'],
  ['features/import/file/FileStep.tsx', 'features/import/importable'],
  ['ui/Tag.tsx', 'lib/format'],
  ['main.tsx', 'app/App'],
  ['lib/i18n.ts', 'messages/en'],
];
const wrong = [
  ['lib/format.ts', 'ui/Tag'],
  ['ui/Tag.tsx', 'fields/Edit'],
  ['fields/Edit.tsx', 'records/values'],
  ['records/list/ListPage.tsx', 'features/lead/acts'],
  ['features/lead/acts.ts', 'app/Shell'],
  ['features/lead/acts.ts', 'features/deal/acts'],
  ['records/list/views/useView.ts', 'records/list/filter/FilterBar'],
  ['records/list/bulk/BulkBar.tsx', 'records/list/page/useList'],
  ['records/list/columns.ts', 'records/list/views/useView'],
  ['features/import/trial/TrialStep.tsx', 'features/import/wizard/Wizard'],
  ['features/import/file/FileStep.tsx', 'features/import/mapping/MapStep'],
  ['features/import/job/draft.ts', 'features/import/run/pace'],
  ['features/import/importable.ts', 'features/import/job/draft'],
  ['records/related/Related.tsx', 'records/page/RecordPage'],
  ['records/values.ts', 'records/list/page/ListPage'],
  ['records/form/Form.tsx', 'records/board/Board'],
];

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run(
  'the tables',
  direction('/web/src', mayCall),
  {
    valid: right.flatMap(([from, to]) => ways(from, to)),
    invalid: wrong.flatMap(([from, to]) =>
      ways(from, to).map((way) => ({ ...way, errors: [{ messageId: 'wrong', data: { from, to } }] })),
    ),
  },
);
