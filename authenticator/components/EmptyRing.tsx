import SvgIcon from '@mui/material/SvgIcon';

/** A ring with nothing on it. */
export function EmptyRing() {
  return (
    <SvgIcon viewBox="0 0 120 120" sx={{ fontSize: 132, color: 'primary.main' }} aria-hidden>
      <circle cx="60" cy="60" r="44" fill="none" stroke="currentColor" strokeWidth="3" opacity="0.18" />
      <circle
        cx="60"
        cy="60"
        r="44"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray="52 225"
        transform="rotate(-90 60 60)"
      />
      <circle cx="60" cy="48" r="11" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M60 59v24M60 71h10M60 81h8" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <circle cx="60" cy="48" r="3.4" fill="var(--mui-palette-secondary-main)" />
    </SvgIcon>
  );
}
