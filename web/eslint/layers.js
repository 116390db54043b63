/** Imports go one way: each of these calls those behind it. */
export const layers = ['app', 'features', 'records', 'fields', 'ui', 'lib'];

/** What each room of `records` calls, besides files that lie in none and call none; a room calls those below it. */
const rooms = {
  page: 'editing favourite form layout path peek related sharing writing',
  related: 'form list peek writing',
  list: 'board calendar editing favourite form peek sharing writing',
  board: 'form path peek writing',
  calendar: 'form',
  calling: 'writing',
  path: 'editing form',
  form: 'editing layout',
};

/** The feature or the room of `records` in which a module lies, if it lies in one. */
const roomOf = (path) => path.split('/').slice(1, -1)[0];

/** What lies in no layer (the entry, the texts) may call and be called; features call none of each other. */
export function mayCall(from, to) {
  const [here, there] = [from, to].map((path) => path.split('/')[0]);
  if (here !== there || !['features', 'records'].includes(here)) {
    return !layers.includes(here) || !layers.includes(there) || layers.indexOf(here) <= layers.indexOf(there);
  }
  const [room, other] = [from, to].map(roomOf);
  return (
    other === undefined ||
    room === other ||
    (here === 'features' ? room === undefined : (rooms[room] ?? '').split(' ').includes(other))
  );
}
