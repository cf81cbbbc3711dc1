import { Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="lk-text" style={theme.text}>
      {children}
    </Text>
  );
}

/** Some accounts have no name; then a greeting would be worse than none. */
export function Greeting({ name }: { name: string }) {
  return name === '' ? null : <Paragraph>Hello {name},</Paragraph>;
}
