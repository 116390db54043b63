import { useEffect, useRef } from 'react';

/** Something that can be done on the page, found by its name in the palette. */
export interface Command {
  key: string;
  label: string;
  run: () => void;
}

const offered: { rank: number; commands: () => Command[] }[] = [];

/** Offers acts for as long as what they act on is on the screen; the lower the rank, the more they are wanted. */
export function useCommands(commands: Command[], rank: number): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const mine = { rank, commands: () => latest.current };
    offered.push(mine);
    return () => {
      offered.splice(offered.indexOf(mine), 1);
    };
  }, [rank]);
}

/** What can be done right now. */
export const commandsNow = (): Command[] =>
  [...offered].sort((a, b) => a.rank - b.rank).flatMap(({ commands }) => commands());
