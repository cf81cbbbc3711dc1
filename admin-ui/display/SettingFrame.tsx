import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface SettingFrameProps {
  name: string;
  title: string;
  about: string;
  isChanged: boolean;
  /** Its control needs the whole width. */
  isWide?: boolean;
  /** @param labelId of the title; `<labelId>-about` is what it means */
  children: (labelId: string) => ReactNode;
}

/** One setting of a policy: what it is, what it means, and beside it how it stands. */
export function SettingFrame({ name, title, about, isChanged, isWide = false, children }: SettingFrameProps) {
  const id = useId();
  return (
    <Box
      data-testid={`setting-${name}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: isWide ? 'minmax(0, 1fr)' : '1fr 220px' },
        alignItems: 'center',
        columnGap: 3,
        rowGap: 0.75,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        boxShadow: ({ palette }) => (isChanged ? `inset 3px 0 ${palette.secondary.light}` : 'none'),
      }}
    >
      <Box>
        <Typography id={id} sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '76ch' }} id={`${id}-about`}>
          {about}
        </Typography>
      </Box>
      {children(id)}
    </Box>
  );
}
