import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import ForwardToInboxIcon from '@mui/icons-material/ForwardToInbox';
import PhoneInTalkOutlinedIcon from '@mui/icons-material/PhoneInTalkOutlined';
import PrintOutlinedIcon from '@mui/icons-material/PrintOutlined';
import type { ReactNode } from 'react';
import type { RestoreCodeWay } from '../../contracts/restoration.ts';

interface WayLooks {
  /** On the button, and as a title. */
  label: string;
  icon: ReactNode;
  /** What somebody asks to do: “Sue asked to …”. */
  deed: (userName: string) => string;
  /** What happens next, to be read before. */
  about: string;
  /** On the button that does it. */
  submit: string;
}

export const ways: Record<RestoreCodeWay, WayLooks> = {
  copy: {
    label: 'Copy',
    icon: <ContentCopyIcon />,
    deed: (userName) => `see and copy the restore code of ${userName}`,
    about: 'You see the code and may copy it, to hand it to its owner by a way of your own.',
    submit: 'Show the code',
  },
  phone: {
    label: 'Read on the phone',
    icon: <PhoneInTalkOutlinedIcon />,
    deed: (userName) => `read the restore code of ${userName} out on the phone`,
    about: 'You see the code in large letters with what to say for each.',
    submit: 'Show the code',
  },
  print: {
    label: 'Print',
    icon: <PrintOutlinedIcon />,
    deed: (userName) => `print the restore code of ${userName} for post or in person`,
    about: 'You get a letter with the code, to be posted or handed over in person.',
    submit: 'Make the letter',
  },
  email: {
    label: 'Send by e-mail',
    icon: <ForwardToInboxIcon />,
    deed: (userName) => `send the restore code of ${userName} by e-mail`,
    about: 'The code goes to the address on file. You do not see it.',
    submit: 'Send the code',
  },
};
