import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const server = `http://127.0.0.1:${process.env.HEMAI_PORT ?? '8080'}`;

type Naming = Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>;
type Context = Parameters<Naming>[1];

/** Whether a page needs a module, directly or by others. */
function need(page: string) {
  const known = new Map<string, boolean>();
  return function needs(id: string, context: Context): boolean {
    if (id.endsWith(`/src/${page}.tsx`)) {
      return true;
    }
    const before = known.get(id);
    if (before !== undefined) {
      return before;
    }
    known.set(id, false); // modules may import each other in a circle
    const found = context.getModuleInfo(id)?.importers.some((importer) => needs(importer, context)) ?? false;
    known.set(id, found);
    return found;
  };
}

/** Own modules and icons that all of these pages need, as one file: dozens of small ones queue for the browser's few connections. */
function shared(name: string, ...pages: string[]) {
  const needs = pages.map(need);
  return {
    debugName: name,
    name: (id: string, context: Context) => (needs.every((one) => one(id, context)) ? name : null),
    test: /web.src.|lucide-react.dist.esm.icons/,
  };
}

/** What belongs together in one file, the first that fits; all else is shared out page by page. */
const files: Rolldown.CodeSplittingGroup[] = [
  { name: 'main', tags: ['$initial'], priority: 4 },
  { ...shared('door', 'app/SignIn', 'app/Shell'), priority: 3 },
  { ...shared('shell', 'app/Shell'), priority: 2 },
  { ...shared('records', 'records/list/page/ListPage', 'records/page/RecordPage'), priority: 1 },
];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: { '/api': server, '/actuator': server },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // compressed, the largest is a quarter of this; what a page loads first is measured apart
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { output: { codeSplitting: { groups: files } } },
  },
  // a test of what needs a document says so at its top: making one takes longer than most tests
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}', 'eslint/*.test.js'] },
});
