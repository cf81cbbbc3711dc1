import CardActionArea from '@mui/material/CardActionArea';
import type { ReactNode } from 'react';
import { useInstallation } from '../installation/installation.ts';

interface Props {
  /** Whose code it is, for the announcement. */
  service: string;
  /** Undefined when there is no code to copy. */
  otp: string | undefined;
  children: ReactNode;
}

/** Tap to copy. */
export function CopyArea({ service, otp, children }: Props) {
  const { announce } = useInstallation();
  const copy = async (code: string) => {
    try {
      await navigator.clipboard.writeText(code);
      announce(`Code of ${service} copied.`);
    } catch {
      announce('This browser does not let the app copy. Select the code by hand.');
    }
  };
  return (
    <CardActionArea
      disabled={otp === undefined}
      aria-label={`Copy the code of ${service}`}
      onClick={() => {
        if (otp !== undefined) void copy(otp);
      }}
      sx={{ px: 2.5, py: 2, fontFamily: 'inherit' }}
    >
      {children}
    </CardActionArea>
  );
}
