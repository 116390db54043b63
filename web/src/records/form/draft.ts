import type { Values } from '@/lib/changes';

const key = (object: string) => `hemai.form.${object}`;

/** What somebody typed into a form and has not saved; survives everything but saving. */
export const draft = {
  read(object: string): Values {
    try {
      return JSON.parse(localStorage.getItem(key(object)) ?? '{}') as Values;
    } catch {
      return {}; // somebody else wrote there
    }
  },
  keep(object: string, values: Values): void {
    localStorage.setItem(key(object), JSON.stringify(values));
  },
  drop(object: string): void {
    localStorage.removeItem(key(object));
  },
};
