import { Section, Text } from '@react-email/components';
import { theme } from './theme.ts';

/** Digits in two groups to read. The gap is padding, not a blank, so that what is copied is the bare code. */
export function Code({ code }: { code: string }) {
  const half = Math.ceil(code.length / 2);
  return (
    <Section className="lk-code" style={theme.codeBox}>
      <Text className="lk-strong" style={theme.code} data-code={code}>
        <span>{code.slice(0, half)}</span>
        <span style={theme.codeGap}>{code.slice(half)}</span>
      </Text>
    </Section>
  );
}
