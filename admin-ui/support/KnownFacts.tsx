import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecreationCase } from '../../contracts/recreation.ts';
import { staysSuspended } from '../../domain/recreation.ts';
import { Fact, Facts } from '../display/Facts.tsx';
import { Moment } from '../display/Moment.tsx';
import { AnswerBy } from './AnswerBy.tsx';
import { reasonWords } from './standing.ts';

interface KnownFactsProps {
  recovery: Pick<CaseDetail, 'state' | 'timeline'>;
  recreation: RecreationCase;
}

export function KnownFacts({ recovery: { state, timeline }, recreation }: KnownFactsProps) {
  const { reason, roundsLeft, startOversLeft, support } = recreation;
  const isWaiting = state === 'awaiting-support';
  const wasAsked = timeline.some(({ what }) => what.startsWith('answers-'));
  const isLost = reason !== null && staysSuspended(reason) && state !== 'completed';
  const stays = isLost && 'The former token stays suspended in any case';
  const none = roundsLeft === 0 && (wasAsked ? 'All used up' : 'No questions are set');
  return (
    <Facts>
      <Fact label="What has happened" note={stays}>
        {reason === null ? 'Not said yet' : reasonWords[reason]}
      </Fact>
      <Fact label="Rounds of answers left" note={none}>
        {roundsLeft}
      </Fact>
      <Fact label="Start-overs left">{startOversLeft}</Fact>
      {support !== null && (
        <Fact label={isWaiting ? 'Waiting since' : 'Asked support'} note={<Moment at={support.since} as="time" />}>
          <Moment at={support.since} />
        </Fact>
      )}
      {support !== null && isWaiting && (
        <Fact label="Answer by" note={<Moment at={support.respondBy} as="time" />}>
          <AnswerBy at={support.respondBy} />
        </Fact>
      )}
      {support?.answeredAt != null && (
        <Fact label="Answered" note={<Moment at={support.answeredAt} as="time" />}>
          <Moment at={support.answeredAt} />
        </Fact>
      )}
    </Facts>
  );
}
