import { SelectInput } from 'react-admin';

interface ChoiceFilterProps {
  source: string;
  label: string;
  words: Record<string, string>;
}

/** One of a closed list of words, or any. */
export function ChoiceFilter({ source, label, words }: ChoiceFilterProps) {
  return (
    <SelectInput
      source={source}
      label={label}
      choices={Object.entries(words).map(([id, name]) => ({ id, name }))}
      emptyText="Any"
      variant="outlined"
      sx={{ '&.MuiFormControl-root': { minWidth: 148 } }}
    />
  );
}
