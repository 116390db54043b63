/** Imports go one way: each of these calls those behind it. */
export const layers = ['app', 'features', 'records', 'fields', 'ui', 'lib'];

/**
 * What each room of a large place calls, besides files of the place that lie in no room and call none; a room calls those below it.
 */
const places = {
  records: {
    page: 'approval editing favourite form layout path peek process related sharing writing',
    related: 'editing form list peek writing',
    list: 'board calendar editing favourite form peek sharing writing',
    board: 'form path peek writing',
    calendar: 'form',
    calling: 'writing',
    path: 'approval editing form process',
    process: 'approval',
    form: 'editing layout',
  },
  'records/list': {
    page: 'arrange bulk filter table views',
    table: 'views',
    arrange: 'views',
    bulk: 'views',
    filter: 'views',
  },
  'features/import': {
    wizard: 'file mapping values trial result job parts',
    history: 'job',
    file: 'job parts',
    mapping: 'job parts',
    values: 'job parts',
    trial: 'outcome run job parts',
    result: 'outcome run job parts',
    outcome: 'job parts',
    run: 'job parts',
  },
};

/** Where below the place a module lies, if it lies there in a room, and not right in it or elsewhere. */
const roomIn = (place, path) =>
  path.startsWith(`${place}/`)
    ? path
        .slice(place.length + 1)
        .split('/')
        .slice(0, -1)[0]
    : undefined;

/** Whether a room of the place calls the other, or the place has nothing to say of it. */
function placeAllows([place, rooms], from, to) {
  const [room, other] = [from, to].map((path) => roomIn(place, path));
  return (
    other === undefined ||
    room === other ||
    !from.startsWith(`${place}/`) ||
    (rooms[room] ?? '').split(' ').includes(other)
  );
}

/** What lies in no layer (the entry, the texts) may call and be called; features call none of each other. */
export function mayCall(from, to) {
  const [here, there] = [from, to].map((path) => path.split('/')[0]);
  if (here !== there) {
    return !layers.includes(here) || !layers.includes(there) || layers.indexOf(here) <= layers.indexOf(there);
  }
  const [feature, other] = [from, to].map((path) => roomIn('features', path));
  return (
    (feature === undefined || other === undefined || feature === other) &&
    Object.entries(places).every((place) => placeAllows(place, from, to))
  );
}
