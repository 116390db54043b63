import common from './common.json';
import list from './list.json';
import record from './record.json';
import shell from './shell.json';

export default { common, list, record, shell };
