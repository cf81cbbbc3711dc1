import { afterAll, beforeAll, inject } from 'vitest';
import { Stage, type StageOptions } from './stage.ts';

/** A stage of a test file's own. Call at the top of the file. */
export function useStage(options: StageOptions = {}): () => Stage {
  let opened: Stage | undefined;
  beforeAll(async () => {
    opened = await Stage.open(inject('servers'), options);
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('the stage is not open yet');
    return opened;
  };
}
