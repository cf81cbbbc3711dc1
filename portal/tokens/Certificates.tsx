import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Button, Collapse, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import type { CertificateSummary } from '../../contracts/tokens.ts';
import { spellDay } from '../times.ts';

export function Certificates({ certificates }: { certificates: CertificateSummary[] }) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  if (certificates.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        No connected certificate
      </Typography>
    );
  }
  return (
    <>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-controls={listId}
        endIcon={<ExpandMoreIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />}
        onClick={() => {
          setOpen(!isOpen);
        }}
        sx={{ ml: -1, mt: 0.5 }}
      >
        {certificates.length} Connected Certificate(s)
      </Button>
      <Collapse in={isOpen} id={listId}>
        <Stack component="ul" spacing={1} sx={{ m: 0, pl: 2.5 }}>
          {certificates.map((certificate) => (
            <li key={certificate.id}>
              {certificate.kind} of {certificate.subject}, valid until{' '}
              <time dateTime={certificate.expiresAt}>{spellDay(certificate.expiresAt)}</time>
            </li>
          ))}
        </Stack>
      </Collapse>
    </>
  );
}
