import type { UseMutationResult } from '@tanstack/react-query';
import type { PortalToken } from '../../contracts/tokens.ts';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import type { Change } from './use-tokens.ts';

const words = {
  disable: {
    title: 'Disable this token?',
    deed: 'DISABLE',
    keep: 'Keep it active',
    consequence: 'Its codes are refused until you enable it again.',
  },
  delete: {
    title: 'Delete this token?',
    deed: 'DELETE',
    keep: 'Keep it',
    consequence: 'It stops working at once and cannot be brought back.',
  },
};

const disableIdentity = {
  ...words.disable,
  title: 'Disable your identity?',
  consequence: 'Nobody can sign in with it, on any of its devices, until you enable it again.',
};

interface ChangeTokenDialogProps {
  token: PortalToken;
  deed: keyof typeof words;
  change: UseMutationResult<void, Error, Change>;
  onClose: () => void;
}

export function ChangeTokenDialog({ token, deed, change, onClose }: ChangeTokenDialogProps) {
  const { consequence, ...labels } = token.type === 'identity' && deed === 'disable' ? disableIdentity : words[deed];
  return (
    <ConfirmDialog
      {...labels}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => {
        change.mutate(deed);
      }}
      onClose={onClose}
    >
      {token.service.name} <strong>{token.maskedSerial}</strong>
      {token.type !== 'identity' && token.device !== null && ` on ${token.device.model}`}. {consequence}
    </ConfirmDialog>
  );
}
