import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { recreationForOwner } from '../../api/recreation-views.ts';
import { EncryptingCodec } from '../../temporal/codec.ts';
import { keysFrom } from '../../temporal/data-converter.ts';
import { entersMailedCode } from './deeds.ts';
import { encodingOf, historyOf } from './histories.ts';
import { mailedCode } from './owners.ts';
import {
  answersQuestions,
  aQuestionedOwner,
  anApp,
  confirms,
  entersFirstCode,
  misplaces,
  registers,
} from './recreating.ts';
import { useStage } from './use-stage.ts';

const keys = [{ id: 'opened-by-this-test', key: randomBytes(32).toString('base64') }];
// Real time: budgets are about the server of production.
const stage = useStage({ time: 'real', keys });

describe('the history of a completed recreation', () => {
  let run: Awaited<ReturnType<typeof historyOf>> & { id: string };
  /** All that somebody reads on a screen or types in guide 003. */
  let secrets: string[];

  beforeAll(async () => {
    const owner = await aQuestionedOwner(stage());
    const id = await misplaces(stage(), owner);
    const mailed = await mailedCode(stage(), owner, id);
    await entersMailedCode(stage(), owner, id);
    await answersQuestions(stage(), owner, id);
    await confirms(stage(), owner, id);
    const record = await stage().database.recoveries.findOne({ _id: id });
    if (record === null) throw new Error(`${id} is not there`);
    const { masterKey, authenticatorUrl } = stage().deps;
    const shown = recreationForOwner(record, 'browser-1', masterKey, authenticatorUrl).activation;
    const app = await anApp(stage(), id);
    const first = app.code();
    await registers(stage(), owner, id, app.registration);
    await entersFirstCode(stage(), owner, id, first);
    await stage().outcome(id);
    run = { id, ...(await historyOf(stage(), id)) };
    const codes = [shown?.code ?? '', app.registration];
    const answers = ['Grünwald', 'Zampano', 'Cudillero', 'Linsen mit Spätzle', 'Professor Filz'];
    secrets = [mailed, first, ...codes, ...codes.map((code) => code.replaceAll('-', '')), ...answers];
  });

  test('W-05 has at most 85 events and 24 KiB', ({ annotate }) => {
    void annotate(`${String(run.events)} events, ${String(run.bytes)} bytes`);
    expect(run.events).toBeLessThanOrEqual(85);
    expect(run.bytes).toBeLessThanOrEqual(24 * 1024);
  });

  test('W-01 has no payload that is not encrypted', () => {
    expect(run.payloads.length).toBeGreaterThan(10);
    expect(new Set(run.payloads.map(encodingOf))).toEqual(new Set(['binary/encrypted']));
  });

  test('W-04 holds nothing that was read or typed, also for whoever has the key of its payloads', async () => {
    const context = { type: 'workflow' as const, namespace: 'default', workflowId: run.id };
    const opened = await new EncryptingCodec(keysFrom(keys)).decode(run.payloads, context);
    const text = opened.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
    expect(text).toContain(run.id);
    const found = secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    expect(found).toEqual([]);
  });
});
