import { useState } from 'react';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Approval, HandedOutRestoreCode, RestoreCodeWay } from '../../contracts/restoration.ts';
import { ApprovalAsked } from './ApprovalAsked.tsx';
import { HandedOut } from './HandedOut.tsx';
import { HandOutForm } from './HandOutForm.tsx';
import { UseApproval } from './UseApproval.tsx';

interface HandOutDialogProps {
  account: AccountDetail;
  way: RestoreCodeWay;
  /** One that is approved and not used yet. */
  approval: Approval | undefined;
  onClose: () => void;
}

/** First the facts, then the code or the request for approval. The code lives in this dialog alone, and is gone with it. */
export function HandOutDialog({ account, way, approval, onClose }: HandOutDialogProps) {
  const [handedOut, setHandedOut] = useState<HandedOutRestoreCode | null>(null);
  const [asked, setAsked] = useState<Approval | null>(null);
  if (handedOut !== null) return <HandedOut account={account} way={way} handedOut={handedOut} onClose={onClose} />;
  if (asked !== null) return <ApprovalAsked approval={asked} onClose={onClose} />;
  const common = { account, way, onHandedOut: setHandedOut, onClose };
  return approval === undefined ? (
    <HandOutForm {...common} onAsked={setAsked} />
  ) : (
    <UseApproval {...common} approval={approval} />
  );
}
