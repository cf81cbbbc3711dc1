import PhonelinkSetupIcon from '@mui/icons-material/PhonelinkSetup';

/** A page of its own, no list: react-admin has no word for a policy. */
export const transfer = {
  name: 'transfer',
  icon: PhonelinkSetupIcon,
  options: { label: 'Transfer' },
};
