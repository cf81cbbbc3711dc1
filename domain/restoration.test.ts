import { expect, test } from 'vitest';
import { defaultRestoration, isPromptDue } from './restoration.ts';

const facts = { isActive: false, isPromptDeclined: false, signIns: 6 };

test('"Back up your identity" is asked from the sixth sign-in on', () => {
  const due = Array.from({ length: 8 }, (_, signIns) => isPromptDue({ ...facts, signIns }, defaultRestoration));
  expect(due).toEqual([false, false, false, false, false, false, true, true]);
});

test('NOT NOW means never again, unless the administrator enforces it', () => {
  expect(isPromptDue({ ...facts, isPromptDeclined: true, signIns: 60 }, defaultRestoration)).toBe(false);
  const enforced = { ...defaultRestoration, isEnforcedAtCreation: true };
  expect(isPromptDue({ ...facts, isPromptDeclined: true, signIns: 0 }, enforced)).toBe(true);
});

test('it is not asked where the restore function is active, nor where restoration is switched off', () => {
  expect(isPromptDue({ ...facts, isActive: true }, defaultRestoration)).toBe(false);
  expect(isPromptDue(facts, { ...defaultRestoration, isOn: false, isEnforcedAtCreation: true })).toBe(false);
});
