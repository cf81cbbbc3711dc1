import Snackbar from '@mui/material/Snackbar';

/** One sentence at the foot of the screen, read out by screen readers. */
export function Announcement({ sentence, onClose }: { sentence: string; onClose: () => void }) {
  return (
    <Snackbar
      key={sentence}
      open={sentence !== ''}
      message={sentence}
      sx={{ displayPrint: 'none' }}
      autoHideDuration={5000}
      onClose={(_, reason) => {
        if (reason !== 'clickaway') onClose();
      }}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    />
  );
}
