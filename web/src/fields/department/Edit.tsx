export { default } from '../link/Edit';
