export { default } from '../decimal/Edit';
