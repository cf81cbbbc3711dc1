import { useState } from 'react';
import { NewButton } from '../listing/NewButton.tsx';
import { NewServiceDialog } from './NewServiceDialog.tsx';

export function NewService() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <NewButton
        resource="services"
        label="New service"
        onClick={() => {
          setOpen(true);
        }}
      />
      {isOpen && (
        <NewServiceDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
