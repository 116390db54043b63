// @vitest-environment node
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';
import { direction } from './direction.js';

RuleTester.describe = describe;
RuleTester.it = it;

const filename = '/web/src/records/list/Cell.ts';
const rule = direction('/web/src', (from, to) => !from.startsWith('records/') || !to.startsWith('app/'));
const errors = [
  { message: 'records/list/Cell.ts does not call app/Shell: see the table in eslint/layers.js.' },
];

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run('direction', rule, {
  valid: [
    { filename, code: "import { Row } from '../Row'" },
    { filename, code: "import { useState } from 'app/Shell'" },
    { filename, code: 'const load = (path) => import(path)' },
    { filename: '/web/src/app/App.ts', code: "import('./Shell')" },
  ],
  invalid: [
    "import { Shell } from '@/app/Shell'",
    "import type { Shell } from '../../app/Shell'",
    "export { Shell } from '@/app/Shell'",
    "export * from '../../app/Shell'",
    "const load = () => import('@/app/Shell')",
    "const load = () => import('../../app/Shell')",
    "type Shell = import('@/app/Shell').Shell",
  ].map((code) => ({ filename, code, errors })),
});
