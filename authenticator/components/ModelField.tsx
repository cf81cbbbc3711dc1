import TextField from '@mui/material/TextField';

export function ModelField({ value, onChange }: { value: string; onChange: (model: string) => void }) {
  return (
    <TextField
      label="What is this phone called?"
      name="model"
      value={value}
      helperText="So that you know it again in the portal"
      slotProps={{ htmlInput: { required: true, maxLength: 60 } }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
