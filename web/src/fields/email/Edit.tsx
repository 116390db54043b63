export { default } from '../text/Edit';
