import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Imports go one way: app → features → records → fields → ui → lib; no feature calls another. */
const layers = ['app', 'features', 'records', 'fields', 'ui', 'lib'];
const above = (layer) =>
  layers.slice(0, layers.indexOf(layer)).flatMap((each) => [`@/${each}/*`, `**/../${each}/*`]);
const forbid = (files, group) => ({
  files: [`src/${files}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group }] }] },
});
const oneWay = layers.slice(1).map((layer) => forbid(layer, above(layer)));
const features = readdirSync(new URL('src/features', import.meta.url), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);
const apart = features.map((name) =>
  forbid(`features/${name}`, [
    ...above('features'),
    ...features.filter((other) => other !== name).map((other) => `@/features/${other}/**`),
  ]),
);

/** What page and board share lies in `records/path`, what page and calls do in `records/writing`, and none of these calls another. */
const within = [
  ['path', ['page', 'board', 'list', 'calling']],
  ['writing', ['page', 'board', 'list', 'calling']],
  ['page', ['board', 'list', 'calling']],
  ['board', ['page', 'calling']],
  ['calling', ['page', 'board', 'list']],
  ['list', ['page', 'calling']],
].map(([name, others]) =>
  forbid(`records/${name}`, [...above('records'), ...others.map((other) => `**/${other}/*`)]),
);

/** Objects of the business, which all but `features` do not know; a feature tells what is special of them. */
const business =
  'account campaign competitor contact contract job_move lead opportunity pool product quote stage_history'.split(
    ' ',
  );
/** Names of these objects must not stand there, but for words that mean something else. */
const noBusiness = (...otherwise) => {
  const names = business.filter((name) => !otherwise.includes(name)).join('|');
  const named = `/^(${names})([._/]|$)/`;
  return {
    selector: `:matches(Literal[value=${named}], TemplateElement[value.cooked=${named}], Property > Identifier.key[name=${named}])`,
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

/** What draws any object; here and there a word means the person's own account, or what is quoted in a text. */
const drawAny = [
  ...layers.filter((layer) => layer !== 'features').map((layer) => [`src/${layer}/**/*`]),
  ['src/app/{routes,UserMenuOpen}', 'account'],
  ['src/fields/rich_text/Toolbar', 'quote'],
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/lib/schema.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  hooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
      rules: { 'no-restricted-syntax': ['error', ...noTexts, noBusiness(...otherwise)] },
    },
  ]),
  ...oneWay,
  ...apart,
  ...within,
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
