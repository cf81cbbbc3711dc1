import { ApplicationFailure, type Context } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import type { Logger } from 'pino';
import { clearActivityTrouble, recordActivityTrouble } from '../store/recoveries/trouble.ts';
import type { Database } from '../store/database.ts';

/** Fewer failures than this are hiccups; more, and staff should see which activity fails, how often and why. */
const worthTelling = 3;

/** Keeps the console's "activity failing" true while an activity of a recovery fails, and takes it back once it succeeds. */
export class TroubleInterceptor implements ActivityInboundCallsInterceptor {
  constructor(
    private readonly context: Context,
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const { activityType, attempt, workflowExecution } = this.context.info;
    const recoveryId = workflowExecution?.workflowId ?? '';
    try {
      const result = await next(input);
      if (attempt >= worthTelling) await this.tell(() => clearActivityTrouble(this.database, recoveryId));
      return result;
    } catch (error) {
      this.log.warn({ error, activityType, attempt, recoveryId }, 'activity failed');
      if (attempt >= worthTelling) {
        const lastError = sentenceOf(error);
        await this.tell(() =>
          recordActivityTrouble(this.database, recoveryId, { activity: activityType, attempts: attempt, lastError }),
        );
      }
      throw error;
    }
  }

  /** Telling about trouble must not make more of it: when the database is what fails, there is nowhere to write. */
  private async tell(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.log.warn({ error }, 'trouble could not be recorded');
    }
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApplicationFailure) return error.message.slice(0, 200);
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
}
