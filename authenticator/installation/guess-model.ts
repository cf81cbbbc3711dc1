import { modelName, type AgentHints } from '../text/model-name.ts';

interface ChromiumNavigator {
  userAgentData?: { getHighEntropyValues: (hints: string[]) => Promise<AgentHints> };
}

/** What this device may be called, from what the browser says of it. */
export async function guessModel(): Promise<string> {
  const { userAgentData } = navigator as ChromiumNavigator;
  const hints = await userAgentData?.getHighEntropyValues(['model', 'platform']).catch(() => undefined);
  return modelName(navigator.userAgent, hints);
}
