import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const notify = useNotify();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
      },
      () => {
        notify('This browser does not let the page copy. Select the text instead.', { type: 'warning' });
      },
    );
  };
  return (
    <Button size="small" variant="outlined" startIcon={isCopied ? <CheckIcon /> : <ContentCopyIcon />} onClick={copy}>
      {isCopied ? 'Copied' : label}
    </Button>
  );
}
