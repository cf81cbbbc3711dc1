import NoPhotographyOutlined from '@mui/icons-material/NoPhotographyOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCamera } from '../scanning/use-camera.ts';

export function CameraView({ onText }: { onText: (text: string) => void }) {
  const { video, isRefused } = useCamera(onText);
  return (
    <Box
      sx={{
        position: 'relative',
        aspectRatio: '1',
        borderRadius: '16px',
        overflow: 'hidden',
        bgcolor: '#0a1211',
        color: '#dfe9e6',
        display: 'grid',
        placeItems: 'center',
      }}
    >
      {isRefused ? (
        <Box sx={{ textAlign: 'center', p: 3 }} data-testid="no-camera">
          <NoPhotographyOutlined sx={{ fontSize: 40, mb: 1 }} />
          <Typography>The camera is not available. Allow it in the browser, or choose an image.</Typography>
        </Box>
      ) : (
        <>
          <Box
            component="video"
            ref={video}
            muted
            playsInline
            aria-label="Camera"
            sx={{ width: '100%', height: '100%', objectFit: 'cover' }}
          />
          <Box
            aria-hidden
            sx={{
              position: 'absolute',
              inset: '16%',
              borderRadius: '20px',
              border: '3px solid #e0a100',
              boxShadow: '0 0 0 100vmax rgb(0 0 0 / 45%)',
            }}
          />
        </>
      )}
    </Box>
  );
}
