import { ReasonField } from '../display/ReasonField.tsx';
import { CallerCheckFields } from './CallerCheckFields.tsx';
import type { HelpForm } from './help.ts';

interface HelpFieldsProps {
  form: HelpForm;
  onChange: (form: HelpForm) => void;
}

export function HelpFields({ form, onChange }: HelpFieldsProps) {
  return (
    <>
      <CallerCheckFields
        form={form}
        onChange={(check) => {
          onChange({ ...form, ...check });
        }}
      />
      <ReasonField
        value={form.reason}
        onChange={(reason) => {
          onChange({ ...form, reason });
        }}
        readBy="It stands in the audit, and messages to the account holder may quote it."
      />
    </>
  );
}
