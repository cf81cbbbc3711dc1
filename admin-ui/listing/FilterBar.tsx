import Box from '@mui/material/Box';
import { FilterLiveForm } from 'react-admin';
import type { ReactNode } from 'react';

/** Inputs that filter as they change. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <FilterLiveForm debounce={300}>
      <Box
        role="search"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1.5,
          px: 2,
          py: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
          '& .MuiFormControl-root': { my: 0, width: 'auto' },
          '& .MuiFormHelperText-root': { display: 'none' },
        }}
      >
        {children}
      </Box>
    </FilterLiveForm>
  );
}
