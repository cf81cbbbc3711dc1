import Box from '@mui/material/Box';
import { monospace } from '../layout/theme.ts';
import { spelled, type Spelled } from './spelling.ts';

/** In large letters, each with what to say. */
export function CodeToRead({ code }: { code: string }) {
  const groups = spelled(code);
  return (
    <>
      <Box sx={{ color: 'text.secondary', mb: 1.5 }}>
        Read it group by group and have each read back. Say it to its owner alone, never to a mailbox.
      </Box>
      <Box
        component="ol"
        aria-label="Restore code, symbol by symbol"
        data-testid="restore-code"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
          gap: 1.25,
        }}
      >
        {groups.map((group, index) => (
          <Group key={index} title={index < 4 ? `Group ${String(index + 1)}` : 'And last'} group={group} />
        ))}
      </Box>
    </>
  );
}

function Group({ title, group }: { title: string; group: Spelled[] }) {
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1, py: 0.75 }}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 600 }}>{title}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 0.5, textAlign: 'center' }}>
        {group.map(({ symbol, said }, index) => (
          <Box key={index}>
            <Box
              sx={{ fontFamily: monospace, fontSize: { xs: '2rem', sm: '2.5rem' }, fontWeight: 650, lineHeight: 1.25 }}
            >
              {symbol}
            </Box>
            <Box sx={{ fontSize: '0.75rem', lineHeight: 1.25, color: 'text.secondary' }}>{said}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
