import { useSyncExternalStore } from 'react';
import { dress, type Density, type Mode } from './theme';

/** How a person wants the screen to look; kept in the browser, since it belongs to the screen. */
export interface Look {
  mode: Mode | 'system';
  density: Density;
}

export const modes: Look['mode'][] = ['light', 'dark', 'system'];
export const densities: Density[] = ['normal', 'compact'];

const KEY = 'hemai.look';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function kept(): Look {
  const usual: Look = { mode: 'system', density: 'normal' };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>) };
  } catch {
    return usual; // somebody else wrote there
  }
}

let look = kept();
let mode = shown();

function shown(): Mode {
  return look.mode === 'system' ? (system.matches ? 'dark' : 'light') : look.mode;
}

function apply(): void {
  mode = shown();
  dress(mode, look.density);
  listeners.forEach((tell) => tell());
}

export function choose(change: Partial<Look>): void {
  look = { ...look, ...change };
  localStorage.setItem(KEY, JSON.stringify(look));
  apply();
}

/** Dresses the page and follows the system from then on. */
export function followSystem(): void {
  system.addEventListener('change', apply);
  apply();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useLook = (): Look => useSyncExternalStore(subscribe, () => look);
export const useMode = (): Mode => useSyncExternalStore(subscribe, () => mode);
