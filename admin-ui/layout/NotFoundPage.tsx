import TravelExploreIcon from '@mui/icons-material/TravelExplore';
import { Empty } from '../display/Empty.tsx';

export function NotFoundPage() {
  return (
    <Empty icon={<TravelExploreIcon />} title="There is no such page">
      Check the address, or choose a page from the menu.
    </Empty>
  );
}
