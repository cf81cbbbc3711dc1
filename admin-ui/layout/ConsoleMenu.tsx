import { useCanAccess, Menu } from 'react-admin';
import Box from '@mui/material/Box';
import { accounts } from '../accounts/index.ts';
import { attention } from '../attention/index.ts';
import { ApprovalCount } from '../approvals/ApprovalCount.tsx';
import { approvals } from '../approvals/index.ts';
import { audit } from '../audit/index.ts';
import { Tally } from '../listing/Tally.tsx';
import { recoveries } from '../recoveries/index.ts';
import { recreation } from '../recreation/index.ts';
import { restoration } from '../restoration/index.ts';
import { services } from '../services/index.ts';
import { staff } from '../staff/index.ts';
import { support } from '../support/index.ts';
import { transfer } from '../transfer/index.ts';
import type { ComponentType, ReactNode } from 'react';

interface Entry {
  name: string;
  icon: ComponentType;
  options: { label: string };
}

function Item({ entry: { name, icon: Icon, options }, mark }: { entry: Entry; mark?: ReactNode }) {
  const { canAccess } = useCanAccess({ resource: name, action: 'list' });
  if (canAccess !== true) return null;
  const text = mark === undefined ? options.label : <WithMark text={options.label} mark={mark} />;
  return <Menu.Item to={`/${name}`} primaryText={text} leftIcon={<Icon />} />;
}

function WithMark({ text, mark }: { text: string; mark: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, justifyContent: 'space-between' }}>
      {text}
      {mark}
    </Box>
  );
}

const entryStyle = {
  mt: 1.5,
  '& .RaMenuItemLink-root': { py: 0.875, borderLeft: '3px solid transparent', fontSize: '0.875rem', px: 1.5 },
  '& .RaMenuItemLink-active': {
    borderLeftColor: 'secondary.light',
    bgcolor: 'action.selected',
    color: 'text.primary',
    fontWeight: 500,
  },
  '& .RaMenuItemLink-active .RaMenuItemLink-icon': { color: 'primary.main' },
  '& .RaMenuItemLink-root .RaMenuItemLink-icon': { minWidth: 34 },
};

/** The pages a role may open, by the table of contracts/routes/admin.ts. */
export function ConsoleMenu() {
  return (
    <Box component="nav" aria-label="Pages">
      <Menu sx={entryStyle}>
        <Item entry={recoveries} />
        <Item entry={attention} mark={<Tally of="attention" />} />
        <Item entry={support} mark={<Tally of="support" />} />
        <Item entry={approvals} mark={<ApprovalCount />} />
        <Item entry={accounts} />
        <Item entry={restoration} />
        <Item entry={transfer} />
        <Item entry={recreation} />
        <Item entry={services} />
        <Item entry={staff} />
        <Item entry={audit} />
      </Menu>
    </Box>
  );
}
