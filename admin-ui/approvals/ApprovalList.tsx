import HowToRegOutlinedIcon from '@mui/icons-material/HowToRegOutlined';
import { Empty } from '../display/Empty.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { ApprovalCards } from './ApprovalCards.tsx';

export function ApprovalList() {
  return (
    <ListFrame
      title="Approvals"
      about="Restore codes that a supervisor wants to see or send, and what a second one said; each is good once, for half an hour"
      refreshSeconds={5}
      empty={
        <Empty icon={<HowToRegOutlinedIcon />} title="Nothing has been asked for">
          When a supervisor needs a second person to hand out a restore code, it stands here.
        </Empty>
      }
    >
      <ApprovalCards />
    </ListFrame>
  );
}
