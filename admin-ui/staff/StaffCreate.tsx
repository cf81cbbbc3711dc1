import { PasswordInput, SelectInput, TextInput } from 'react-admin';
import { CreateStaffMember } from '../../contracts/accounts.ts';
import { roleWords } from '../display/role-words.ts';
import { FormFrame } from '../listing/FormFrame.tsx';

const roles = Object.entries(roleWords).map(([id, name]) => ({ id, name }));

export function StaffCreate() {
  return (
    <FormFrame
      title="New member of staff"
      about="They sign in with this password and set up a second factor under Security."
      listLabel="staff"
      schema={CreateStaffMember}
      redirect="list"
      saveLabel="Add to staff"
      saved="They may sign in now."
    >
      <TextInput source="name" label="Name" helperText={false} autoFocus required />
      <TextInput source="email" label="E-mail" type="email" helperText={false} required />
      <SelectInput source="role" label="Role" choices={roles} helperText={false} required />
      <PasswordInput
        source="password"
        label="First password"
        helperText="At least 12 characters"
        autoComplete="new-password"
        required
      />
    </FormFrame>
  );
}
