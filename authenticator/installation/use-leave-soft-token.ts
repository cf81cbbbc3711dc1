import { useNavigate } from 'react-router';
import { softTokenLinkIn } from '../../device-sdk/soft-token-link.ts';
import { forgetOpenedLink, useOpenedLink } from './opened-link.ts';

/** Back to the first screen when a soft token is kept or discarded; to the code of another one, where that was opened meanwhile. */
export function useLeaveSoftToken(serial: string): () => void {
  const navigate = useNavigate();
  const opened = softTokenLinkIn(useOpenedLink('recreate') ?? '');
  return () => {
    if (opened !== undefined && opened.serial !== serial) return;
    // Used: it must not stand in the fields as if it were to be saved again.
    forgetOpenedLink();
    void navigate('/', { replace: true });
  };
}
