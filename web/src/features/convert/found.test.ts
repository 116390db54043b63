import { expect, test } from 'vitest';
import { among } from './found';

test('who is found and who is like them is offered once, by name and owner', () => {
  const found = { id: '1', label: 'Acme', owner: { label: 'Li' } };
  expect(among(found, [{ id: '2', label: 'Acme Trading' }, found])).toEqual({
    known: { id: '1', name: 'Acme', owner: 'Li' },
    matches: [
      { id: '1', name: 'Acme', owner: 'Li' },
      { id: '2', name: 'Acme Trading', owner: '' },
    ],
  });
});

test('of one that may not be read it is only known that it is there', () => {
  expect(among({}, [{ id: '2', label: 'Acme', owner: {} }])).toEqual({
    known: 'hidden',
    matches: [{ id: '2', name: 'Acme', owner: '' }],
  });
  expect(among(null, [])).toEqual({ known: undefined, matches: [] });
});
