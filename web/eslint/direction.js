import { dirname, posix, relative, resolve, sep } from 'node:path';

/** Where a module lies below the sources: `records/list/Cell`. */
const placed = (root, path) => relative(root, path).replaceAll(sep, posix.sep);

/**
 * Says of a module that it may not call another, whichever way it does so: by `import`, `export … from`, `import()`, or for a type.
 * `mayCall` takes where the two lie below `root`, which the sources call `@`.
 */
export const direction = (root, mayCall) => ({
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrong: '{{from}} does not call {{to}}: see the table in eslint/layers.js.' },
  },
  create(context) {
    const from = placed(root, context.filename);
    const check = (source) => {
      if (typeof source?.value !== 'string' || !/^(@|\.{1,2})\//.test(source.value)) {
        return;
      }
      const path = source.value.startsWith('@/')
        ? resolve(root, source.value.slice(2))
        : resolve(dirname(context.filename), source.value);
      const to = placed(root, path);
      if (!mayCall(from, to)) {
        context.report({ node: source, messageId: 'wrong', data: { from, to } });
      }
    };
    return {
      'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression': (node) =>
        check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
});
