export { default } from '../file/Show';
