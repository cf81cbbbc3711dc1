/** What the worker bundles: one export a workflow type. */
export { enrolment } from './enrolment.ts';
export { migration } from './migration.ts';
export { reload } from './reload.ts';
export { duplication, restore } from './restore.ts';
export { transfer } from './transfer.ts';
export { deliverMail } from './deliver-mail.ts';
