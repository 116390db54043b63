/** What the window knows of looking through another person's eyes; other windows go on as oneself. */
const KEY = 'hemai.viewing';

export const viewing = {
  /** By which the server knows it; none as oneself. */
  id: (): string | undefined => sessionStorage.getItem(KEY) ?? undefined,
  begin(id: string): void {
    sessionStorage.setItem(KEY, id);
  },
  end(): void {
    sessionStorage.removeItem(KEY);
  },
};

/** Told by the server when it has ended, or is not allowed any more. */
export const VIEW_ENDED = 'view.ended';
