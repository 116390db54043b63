import { resolve } from 'node:path';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { direction } from './eslint/direction.js';
import { layers, mayCall } from './eslint/layers.js';

/**
 * Objects of the business, fields and verbs of theirs, which all but `features` do not know; a feature tells what is special of them. That
 * records of any object come on in stages, and that these may win or lose them, is no such knowledge: the code has its own `Stages`.
 */
const business = [
  ...'account campaign competitor contact contract job_move lead opportunity pipeline pool product quote'.split(
    ' ',
  ),
  ...'stage stage_history close_date limit_days loss_reason weighted_amount'.split(' '),
  ...'release claim convert disqualify close_won close_lost'.split(' '),
];
/** None of these names must stand there, but for words that mean something else; classes of styles and gaps in texts are free. */
const noBusiness = (...otherwise) => {
  const names = business.filter((name) => !otherwise.includes(name)).join('|');
  const named = `/^(${names})([._/]|$)/`;
  const gap = 'CallExpression[callee.name="t"] > ObjectExpression > Property';
  const places = [
    `Literal[value=${named}]`,
    `TemplateElement[value.cooked=${named}]`,
    `Property:not(${gap}) > Identifier.key[name=${named}]`,
    `MemberExpression[object.name!="styles"] > Identifier.property[name=${named}]`,
  ];
  return {
    selector: `:matches(${places.join(', ')})`,
    message: 'What is special of an object, a feature brings along.',
  };
};

const cjk = '[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]';
const noTexts = [
  { selector: 'JSXText[value=/[A-Za-z]{2,}/]', message: 'Texts live in src/messages.' },
  { selector: `JSXText[value=/${cjk}/]`, message: 'Texts live in src/messages.' },
  { selector: `Literal[value=/${cjk}/]`, message: 'Texts live in src/messages.' },
  {
    selector:
      'JSXAttribute[name.name=/^(title|placeholder|label|alt|aria-label)$/] > Literal[value=/[a-z]{2,}/i]',
    message: 'Texts live in src/messages.',
  },
];

/** What draws any object; here and there a word means the person's own account, what is quoted in a text, or that a page claims what another had. */
const drawAny = [
  ...layers.filter((layer) => layer !== 'features').map((layer) => [`src/${layer}/**/*`]),
  ['src/app/{routes,UserMenuOpen}', 'account'],
  ['src/fields/rich_text/Toolbar', 'quote'],
  ['src/lib/stream', 'claim'],
  ['src/records/page/mail/*', 'quote'],
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/lib/schema.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  hooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: {
      own: { rules: { direction: direction(resolve(import.meta.dirname, 'src'), mayCall) } },
    },
    rules: {
      'own/direction': 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 150],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'react', importNames: ['lazy'], message: 'Take that of lib/lazy, which is patient.' },
            {
              name: 'antd',
              importNames: ['Select'],
              message: 'Take that of ui/Select, whose list has a name.',
            },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...noTexts] } },
  ...drawAny.flatMap(([files, ...otherwise]) => [
    {
      files: [`${files}.ts`],
      ignores: ['**/*.test.ts'],
      rules: { 'no-restricted-syntax': ['error', noBusiness(...otherwise)] },
    },
    {
      files: [`${files}.tsx`],
      ignores: ['**/*.test.tsx'],
      rules: { 'no-restricted-syntax': ['error', ...noTexts, noBusiness(...otherwise)] },
    },
  ]),
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
