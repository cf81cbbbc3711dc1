import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useFilters } from '../listing/use-filters.ts';
import { causeWords } from './causes.ts';

const tabs = [['any', 'All'], ...Object.entries(causeWords)] as const;

export function CauseTabs() {
  const { chosen, choose } = useFilters();
  const value = tabs.find(([cause]) => cause === chosen['attention'])?.[0] ?? 'any';
  return (
    <Tabs
      value={value}
      onChange={(_event, cause: string) => {
        choose('attention', cause === 'any' ? undefined : cause);
      }}
      variant="scrollable"
      scrollButtons="auto"
      aria-label="Cause"
      sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}
    >
      {tabs.map(([cause, words]) => (
        <Tab key={cause} value={cause} label={words} />
      ))}
    </Tabs>
  );
}
