import account from './account.json';
import approval from './approval.json';
import board from './board.json';
import bulk from './bulk.json';
import calendar from './calendar.json';
import calling from './calling.json';
import cockpit from './cockpit.json';
import common from './common.json';
import convert from './convert.json';
import files from './files.json';
import filter from './filter.json';
import flow from './flow.json';
import form from './form.json';
import imports from './imports.json';
import keys from './keys.json';
import layout from './layout.json';
import list from './list.json';
import mail from './mail.json';
import messages from './messages.json';
import process from './process.json';
import record from './record.json';
import rich from './rich.json';
import settings from './settings.json';
import shell from './shell.json';
import today from './today.json';
import views from './views.json';

export default {
  account,
  approval,
  board,
  bulk,
  calendar,
  calling,
  cockpit,
  common,
  convert,
  files,
  filter,
  flow,
  form,
  imports,
  keys,
  layout,
  list,
  mail,
  messages,
  process,
  record,
  rich,
  settings,
  shell,
  today,
  views,
};
