import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { Mark } from './Mark.tsx';

interface Props {
  title: string;
  /** Takes the focus, so that a keyboard or screen reader begins at the new screen; unless a field of the screen does. */
  isFocused?: boolean;
  children?: ReactNode;
}

/** The head of a screen that stands by itself. */
export function Heading({ title, isFocused = true, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return (
    <Box sx={{ displayPrint: 'none' }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75, mb: 4, ml: -0.75, color: 'primary.main' }}>
        <Mark sx={{ fontSize: 30 }} />
        <Typography component="span" sx={{ fontWeight: 700, fontSize: '1.1rem', letterSpacing: '-0.01em' }}>
          Latchkey
        </Typography>
      </Stack>
      <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none', mb: 1 }}>
        {title}
      </Typography>
      {children !== undefined && (
        <Typography component="div" color="textSecondary">
          {children}
        </Typography>
      )}
    </Box>
  );
}
