import board from './board.json';
import common from './common.json';
import convert from './convert.json';
import form from './form.json';
import list from './list.json';
import record from './record.json';
import shell from './shell.json';

export default { board, common, convert, form, list, record, shell };
