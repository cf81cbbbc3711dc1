/** What the worker bundles: one export a workflow type. */
export { enrolment } from './enrolment.ts';
export { migration } from './migration.ts';
export { reload } from './reload.ts';
export { duplication } from './duplication.ts';
export { restore } from './restore.ts';
export { transfer } from './transfer.ts';
export { recreation } from './recreation.ts';
export { deliverMail } from './deliver-mail.ts';
