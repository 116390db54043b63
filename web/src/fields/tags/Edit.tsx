export { default } from '../multi_choice/Edit';
