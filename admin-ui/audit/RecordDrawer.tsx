import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { AuditRecord } from '../../contracts/audit.ts';
import { CopyButton } from '../display/CopyButton.tsx';
import { absolute } from '../display/relative.ts';
import { monospace } from '../layout/theme.ts';
import { RecordLinks } from './RecordLinks.tsx';

interface RecordDrawerProps {
  record: AuditRecord | null;
  onClose: () => void;
}

export function RecordDrawer({ record, onClose }: RecordDrawerProps) {
  return (
    <Drawer
      anchor="right"
      open={record !== null}
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': 'Audit record', role: 'dialog' } }}
    >
      {record && <Opened record={record} onClose={onClose} />}
    </Drawer>
  );
}

function Opened({ record, onClose }: { record: AuditRecord; onClose: () => void }) {
  const text = JSON.stringify(record, null, 2);
  return (
    <Box sx={{ width: { xs: '100vw', sm: 560 }, p: 2.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 1 }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h1" component="h2">
            {record.what}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {absolute(Date.parse(record.at))}
          </Typography>
        </Box>
        <IconButton onClick={onClose} aria-label="Close">
          <CloseIcon />
        </IconButton>
      </Box>
      <RecordLinks record={record} />
      <Box
        component="pre"
        data-testid="audit-json"
        sx={{
          fontFamily: monospace,
          fontSize: '0.8125rem',
          lineHeight: 1.55,
          p: 2,
          borderRadius: 1,
          bgcolor: 'action.hover',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
      <CopyButton text={text} label="Copy JSON" />
    </Box>
  );
}
