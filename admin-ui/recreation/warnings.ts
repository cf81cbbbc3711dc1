import type { Settings } from './settings.ts';

export const questionsAlone = {
  title: 'Questions alone prove nobody.',
  why: 'Who knows a password can often find out the answers, too. This deviates from OWASP ASVS 5.0, 6.4.2; NIST SP 800‑63B‑4 does not accept knowledge-based answers.',
};

export function restsOnQuestions({ isOn, asksMailCode }: Settings): boolean {
  return isOn && !asksMailCode;
}

/** What the administrator should have read before this change takes effect. */
export function warningsOf(before: Settings, after: Settings): string[] {
  const fewer = after.startOvers < before.startOvers;
  return [
    before.isOn &&
      !after.isOn &&
      'Whoever misplaces a token stays locked out until staff give them another one. Recreations that are under way go on.',
    restsOnQuestions(after) && !restsOnQuestions(before) && `${questionsAlone.title} ${questionsAlone.why}`,
    fewer &&
      after.startOvers === 0 &&
      'Whoever taps Done too early, or takes too long, has to cancel and begin again from the start.',
  ].filter((warning) => warning !== false);
}
