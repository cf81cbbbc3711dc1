import Button from '@mui/material/Button';
import { useState } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import type { ListedStaffMember } from '../../contracts/accounts.ts';
import type { StaffTurn as Deed } from '../../domain/actions.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { TurnDialog } from '../display/TurnDialog.tsx';

const looks = {
  disable: {
    turn: 'off',
    label: 'Disable',
    tone: 'error',
    about:
      'They are signed out at once and cannot sign in. Approvals that they asked for or gave, and that are not used yet, are void.',
    done: 'They are disabled.',
  },
  enable: {
    turn: 'on',
    label: 'Enable',
    tone: 'primary',
    about: 'They may sign in again, with the password and second factor that they had.',
    done: 'They are enabled.',
  },
} as const;

/** What the API says that whoever is signed in may do with this member of staff now, and nothing else. */
export function StaffTurn({ member }: { member: ListedStaffMember }) {
  // Held by the dialog: a colleague may turn them meanwhile.
  const [chosen, choose] = useState<Deed | null>(null);
  const data = useDataProvider<ConsoleData>();
  const { refetch } = useListContext();
  return (
    <>
      {member.actions.map((action) => (
        <Button
          key={action}
          size="small"
          variant="outlined"
          color={looks[action].tone}
          aria-label={`${looks[action].label} ${member.name}`}
          onClick={() => {
            choose(action);
          }}
        >
          {looks[action].label}
        </Button>
      ))}
      {chosen !== null && (
        <TurnDialog
          title={`${looks[chosen].label} ${member.name}`}
          {...looks[chosen]}
          act={(facts, key) => data.turnStaff(member.id, looks[chosen].turn, facts, key)}
          onSettled={() => void refetch()}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </>
  );
}
