import AutoModeIcon from '@mui/icons-material/AutoMode';

/** A page of its own, no list: react-admin has no word for a policy. */
export const recreation = {
  name: 'recreation',
  icon: AutoModeIcon,
  options: { label: 'Recreation' },
};
