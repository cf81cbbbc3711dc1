import FactCheckOutlinedIcon from '@mui/icons-material/FactCheckOutlined';
import { useState } from 'react';
import type { AuditRecord } from '../../contracts/audit.ts';
import { Empty } from '../display/Empty.tsx';
import { FilterBar } from '../listing/FilterBar.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { SearchFilter } from '../listing/SearchFilter.tsx';
import { AuditTable } from './AuditTable.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { VerifyChain } from './VerifyChain.tsx';

export function AuditList() {
  const [opened, open] = useState<AuditRecord | null>(null);
  return (
    <ListFrame
      title="Audit"
      about="Everything that anybody did, the newest first; sealed records cannot be changed unnoticed"
      actions={<VerifyChain />}
      filters={
        <FilterBar>
          <SearchFilter source="what" label="What" placeholder="What, as recovery.opened" width={270} />
          <SearchFilter source="object" label="Object id" placeholder="Object, as rec_…" width={250} />
          <SearchFilter source="account" label="Account id" placeholder="Account, as acc_…" width={250} />
        </FilterBar>
      }
      empty={<Empty icon={<FactCheckOutlinedIcon />} title="Nothing has happened yet" />}
    >
      <AuditTable onOpen={open} />
      <RecordDrawer
        record={opened}
        onClose={() => {
          open(null);
        }}
      />
    </ListFrame>
  );
}
