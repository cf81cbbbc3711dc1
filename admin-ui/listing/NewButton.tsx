import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useCanAccess } from 'react-admin';
import { Link } from 'react-router';

interface NewButtonProps {
  resource: string;
  label: string;
  /** What to do in place of opening the resource's own form page. */
  onClick?: () => void;
}

/** Shown to the roles that may create one. */
export function NewButton({ resource, label, onClick }: NewButtonProps) {
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  if (canAccess !== true) return null;
  const way = onClick === undefined ? { component: Link, to: `/${resource}/create` } : { onClick };
  return (
    <Button variant="contained" startIcon={<AddIcon />} {...way}>
      {label}
    </Button>
  );
}
