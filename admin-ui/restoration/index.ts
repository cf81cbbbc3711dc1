import SettingsBackupRestoreIcon from '@mui/icons-material/SettingsBackupRestore';

/** A page of its own, no list: react-admin has no word for a policy. */
export const restoration = {
  name: 'restoration',
  icon: SettingsBackupRestoreIcon,
  options: { label: 'Restoration' },
};
