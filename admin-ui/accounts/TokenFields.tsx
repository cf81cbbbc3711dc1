import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useGetList } from 'react-admin';
import { otpTypes } from '../../domain/words.ts';
import { Choice } from '../display/Choice.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { CertificateFields } from './CertificateFields.tsx';
import type { NewToken } from './new-token.ts';
import { tokenTypeWords } from './words.ts';

interface TokenFieldsProps {
  form: NewToken;
  onChange: (form: NewToken) => void;
}

const types = otpTypes.map((id) => ({ id, name: tokenTypeWords[id] }));
const oneFullPage = { pagination: { page: 1, perPage: 100 } };

export function TokenFields({ form, onChange }: TokenFieldsProps) {
  const { data: services = [], error } = useGetList<{ id: string; name: string }>('services', oneFullPage);
  const set = <K extends keyof NewToken>(name: K) => {
    return (value: NewToken[K]) => {
      onChange({ ...form, [name]: value });
    };
  };
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Choice label="Service" value={form.service} options={services} onChange={set('service')} />
      <Choice label="Type" value={form.type} options={types} onChange={set('type')} />
      <FormControlLabel
        label="It serves a certificate"
        control={<Switch checked={form.hasCertificate} />}
        onChange={(_event, isOn) => {
          set('hasCertificate')(isOn);
        }}
        sx={{ my: 0.5 }}
      />
      {form.hasCertificate && <CertificateFields certificate={form.certificate} onChange={set('certificate')} />}
    </>
  );
}
