import type { CaseDetail } from '../../contracts/recoveries.ts';
import { Code } from '../display/Code.tsx';
import { Fact, Facts } from '../display/Facts.tsx';
import { Moment } from '../display/Moment.tsx';
import { Panel } from '../display/Panel.tsx';
import { Deadline } from './Deadline.tsx';
import { StepsBar } from './StepsBar.tsx';
import { awaitedWords } from './words.ts';

/** Where it stands: the steps, who is awaited until when, and what is left. */
export function StandingPanel({ recovery }: { recovery: CaseDetail }) {
  const asksForCode = recovery.steps.some(({ id }) => id === 'prove-ownership');
  const address = recovery.timeline[0]?.actor.address;
  return (
    <Panel title="Where it stands">
      <StepsBar recovery={recovery} />
      <Facts>
        <Fact label="Awaiting">{awaitedWords[recovery.awaiting]}</Fact>
        {recovery.endedAt === null ? (
          <Fact label="Deadline" note={<Moment at={recovery.deadline} as="time" />}>
            <Deadline of={recovery} />
          </Fact>
        ) : (
          <Fact label="Ended" note={<Moment at={recovery.endedAt} as="time" />}>
            <Moment at={recovery.endedAt} />
          </Fact>
        )}
        <Fact label="Attempts left">{asksForCode ? recovery.attemptsLeft : '–'}</Fact>
        <Fact label="Resends left">{asksForCode ? recovery.resendsLeft : '–'}</Fact>
        <Fact label="Extensions left">{recovery.extensionsLeft}</Fact>
        <Fact label="Started" note={<Moment at={recovery.startedAt} as="time" />}>
          <Moment at={recovery.startedAt} />
        </Fact>
        {address !== undefined && (
          <Fact label="Asked from">
            <Code>{address}</Code>
          </Fact>
        )}
        <Fact label="Policy">version {recovery.policyVersion}</Fact>
      </Facts>
    </Panel>
  );
}
