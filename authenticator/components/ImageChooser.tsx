import ImageOutlined from '@mui/icons-material/ImageOutlined';
import Button from '@mui/material/Button';

export function ImageChooser({ onChoose }: { onChoose: (file: File) => void }) {
  return (
    <Button component="label" variant="outlined" size="large" startIcon={<ImageOutlined />}>
      Choose an image
      <input
        type="file"
        accept="image/*"
        aria-label="Image of a QR code"
        style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </Button>
  );
}
