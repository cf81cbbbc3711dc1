import { TextInput } from 'react-admin';
import { CreateAccount } from '../../contracts/accounts.ts';
import { FormFrame } from '../listing/FormFrame.tsx';

export function AccountCreate() {
  return (
    <FormFrame
      title="New account"
      about="An activation mail goes to the address at once."
      listLabel="accounts"
      schema={CreateAccount}
      defaults={{ locale: 'en' }}
      redirect="show"
      saveLabel="Create account"
      saved="The account was created, and its holder was sent a mail."
    >
      <TextInput
        source="userName"
        label="User name"
        helperText="Small letters, digits, dots and hyphens; 2 to 40 characters"
        autoFocus
        required
      />
      <TextInput source="name" label="Name" helperText="As mails address the person" required />
      <TextInput source="email" label="E-mail" type="email" helperText="Codes and notices go here" required />
      <TextInput source="locale" label="Language" helperText="For example en, de or pt-BR" required />
    </FormFrame>
  );
}
