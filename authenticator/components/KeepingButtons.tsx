import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { useInstallation } from '../installation/installation.ts';
import { restoreCodeFile } from '../text/restore-code-file.ts';

/** Three ways of keeping a restore code. */
export function KeepingButtons({ name, shown }: { name: string; shown: RestoreCodeShown }) {
  const { state, announce } = useInstallation();
  const copy = () => {
    navigator.clipboard.writeText(shown.code).then(
      () => announce('Copied. Paste it where only you can read it.'),
      () => announce('This browser does not let the app copy. Select the code by hand.'),
    );
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([restoreCodeFile(name, state.server, shown)], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `restore-code-${name.replace(/[^\w.-]+/g, '_')}.txt`;
    link.click();
    URL.revokeObjectURL(address);
    announce('Downloaded. Move it to where only you can read it.');
  };
  return (
    <Stack direction="row" sx={{ gap: 1, '& > *': { flex: 1, flexDirection: 'column', py: 1.25 } }}>
      <Button variant="outlined" onClick={copy}>
        <ContentCopyOutlined aria-hidden sx={{ mb: 0.5 }} />
        Copy
      </Button>
      <Button variant="outlined" onClick={download}>
        <FileDownloadOutlined aria-hidden sx={{ mb: 0.5 }} />
        Download
      </Button>
      <Button variant="outlined" onClick={() => window.print()}>
        <PrintOutlined aria-hidden sx={{ mb: 0.5 }} />
        Print
      </Button>
    </Stack>
  );
}
