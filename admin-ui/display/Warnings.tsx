import Alert from '@mui/material/Alert';

/** What should have been read before something takes effect. */
export function Warnings({ of }: { of: string[] }) {
  return of.map((warning) => (
    <Alert key={warning} severity="warning" sx={{ mb: 1 }}>
      {warning}
    </Alert>
  ));
}
