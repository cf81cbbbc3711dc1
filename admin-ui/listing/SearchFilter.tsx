import { SearchInput } from 'react-admin';

interface SearchFilterProps {
  source: string;
  label: string;
  placeholder: string;
  width?: number;
}

export function SearchFilter({ source, label, placeholder, width = 264 }: SearchFilterProps) {
  return (
    <SearchInput
      source={source}
      placeholder={placeholder}
      variant="outlined"
      resettable
      slotProps={{ htmlInput: { 'aria-label': label, maxLength: 254 } }}
      sx={{ '&.MuiFormControl-root': { width, mt: 0 } }}
    />
  );
}
