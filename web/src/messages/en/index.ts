import common from './common.json';
import convert from './convert.json';
import list from './list.json';
import record from './record.json';
import shell from './shell.json';

export default { common, convert, list, record, shell };
