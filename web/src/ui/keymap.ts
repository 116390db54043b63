/**
 * Every key that does something, by place: what handlers bind and what the map of keys shows are these same entries. `mod+k` is with ⌘
 * or Ctrl, `g t` one after the other; several keys of an entry do the same. Those to go somewhere come from `features`.
 */
export const keymap = {
  everywhere: {
    search: ['mod+k', '/'],
    keys: ['?'],
    undo: ['mod+z'],
  },
  view: {
    create: ['c'],
    filter: ['f'],
    views: ['v'],
  },
  list: {
    next: ['j', 'arrowdown'],
    previous: ['k', 'arrowup'],
    first: ['home'],
    last: ['end'],
    open: ['enter'],
    peek: ['space'],
    into: ['arrowright'],
    select: ['x'],
    range: ['shift+x'],
    edit: ['e'],
    next_cell: ['tab'],
    previous_cell: ['shift+tab'],
    clear: ['escape'],
  },
  board: {
    next: ['j', 'arrowdown'],
    previous: ['k', 'arrowup'],
    right: ['l', 'arrowright'],
    left: ['h', 'arrowleft'],
    open: ['enter'],
    peek: ['space'],
    into: ['i'],
    lift: ['p'],
    put_back: ['escape'],
  },
  calendar: {
    before: ['['],
    after: [']'],
    earlier: ['alt+arrowleft'],
    later: ['alt+arrowright'],
    week_earlier: ['alt+arrowup'],
    week_later: ['alt+arrowdown'],
  },
  record: {
    edit: ['e'],
    form: ['shift+e'],
    note: ['n'],
    favourite: ['f'],
  },
  decision: {
    approve: ['a'],
    refuse: ['r'],
    send_back: ['b'],
  },
  approvals: {
    next: ['j', 'arrowdown'],
    previous: ['k', 'arrowup'],
    first: ['home'],
    last: ['end'],
    open: ['enter'],
    peek: ['space'],
    select: ['x'],
    clear: ['escape'],
  },
  peek: {
    close: ['escape'],
  },
  today: {
    next: ['j', 'arrowdown'],
    previous: ['k', 'arrowup'],
    first: ['home'],
    last: ['end'],
    open: ['enter'],
    done: ['e', 'space'],
    put_off: ['s'],
    call: ['c'],
    note: ['n'],
  },
  designer: {
    save: ['mod+s'],
    undo: ['mod+z'],
    redo: ['mod+shift+z', 'mod+y'],
  },
  flow: {
    previous: ['arrowup'],
    next: ['arrowdown'],
    add: ['a'],
    earlier: ['alt+arrowup'],
    later: ['alt+arrowdown'],
    duplicate: ['d'],
    remove: ['delete', 'backspace'],
  },
  dialogs: {
    submit: ['mod+enter'],
    close: ['escape'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type Place = keyof typeof keymap;
export type ActOf<P extends Place> = keyof (typeof keymap)[P] & string;

export const places = Object.keys(keymap) as Place[];

type Keys = Record<string, readonly string[]>;
const all: Record<Place, Keys> = { ...keymap };

/** Gives a place keys of its own besides those above. */
export function bringKeys(place: Place, keys: Keys): void {
  all[place] = { ...all[place], ...keys };
}

/** The entries of a place, in the order in which the map shows them. */
export const actsOf = (place: Place): string[] => Object.keys(all[place]);

/** The keys of an entry. */
export const keysOf = (place: Place, act: string): readonly string[] => all[place][act] ?? [];
