export { default } from '../file/Edit';
