export { default } from '../multi_choice/Show';
