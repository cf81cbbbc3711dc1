import TextField from '@mui/material/TextField';
import type { NewToken } from './new-token.ts';

type Certificate = NewToken['certificate'];

interface CertificateFieldsProps {
  certificate: Certificate;
  onChange: (certificate: Certificate) => void;
}

const fields = [
  { name: 'subject', label: 'Subject', type: 'text', most: 120 },
  { name: 'kind', label: 'Kind', type: 'text', most: 60 },
  { name: 'expiresOn', label: 'Expires on', type: 'date', most: 10 },
] as const;

export function CertificateFields({ certificate, onChange }: CertificateFieldsProps) {
  return fields.map(({ name, label, type, most }) => (
    <TextField
      key={name}
      label={label}
      type={type}
      value={certificate[name]}
      required
      onChange={(event) => {
        onChange({ ...certificate, [name]: event.target.value });
      }}
      slotProps={{ htmlInput: { maxLength: most }, ...(type === 'date' && { inputLabel: { shrink: true } }) }}
    />
  ));
}
