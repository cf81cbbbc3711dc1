/** The masked serial that a portal shows: `*****-1eC` (guide 000). */
export function maskedSerial(serial: string): string {
  return `*****-${serial.slice(-3)}`;
}

/** `a•••@example.org`: enough for its owner to know the mailbox, too little for a stranger to learn it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}
