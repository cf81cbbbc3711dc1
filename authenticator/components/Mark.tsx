import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';

/** The sign of Latchkey: a key whose bow is a latch ring. */
export function Mark(props: SvgIconProps) {
  return (
    <SvgIcon viewBox="0 0 48 48" {...props}>
      <circle cx="24" cy="15" r="9" fill="none" stroke="currentColor" strokeWidth="5.5" />
      <path d="M24 24v20M24 33h9M24 41.5h7" fill="none" stroke="currentColor" strokeWidth="5.5" strokeLinecap="round" />
      <circle cx="24" cy="15" r="2.6" fill="var(--mui-palette-secondary-main)" />
    </SvgIcon>
  );
}
