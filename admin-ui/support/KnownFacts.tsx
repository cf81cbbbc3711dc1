import type { RecreationCase } from '../../contracts/recreation.ts';
import { staysSuspended } from '../../domain/recreation.ts';
import { Fact, Facts } from '../display/Facts.tsx';
import { Moment } from '../display/Moment.tsx';
import { AnswerBy } from './AnswerBy.tsx';
import { reasonWords } from './standing.ts';

interface KnownFactsProps {
  recreation: RecreationCase;
  isWaiting: boolean;
  wasAsked: boolean;
}

export function KnownFacts({ recreation, isWaiting, wasAsked }: KnownFactsProps) {
  const { reason, roundsLeft, startOversLeft, support } = recreation;
  const stays = reason !== null && staysSuspended(reason) && 'The former token stays suspended in any case';
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
