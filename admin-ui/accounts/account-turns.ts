export const accountTurns = {
  off: {
    label: 'Disable account',
    tone: 'error',
    about:
      'Its holder is signed out of the portal, and its devices are refused at once. Tokens stay as they are and work again once the account is enabled.',
    done: 'The account is disabled.',
  },
  on: {
    label: 'Enable account',
    tone: 'primary',
    about: 'Its holder may sign in again, and its devices go on where they were.',
    done: 'The account is enabled.',
  },
} as const;
