import { nonce } from '@/lib/nonce';

/** The mail for a frame, in which the page's policy holds: the styles of its head are let in, its links open in another tab. */
export const framed = (html: string): string =>
  html.replace('<head>', '<head><base target="_blank">').replace('<style>', `<style nonce="${nonce}">`);
