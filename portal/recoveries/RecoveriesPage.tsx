import { Card, CardActionArea, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { When } from '../page/When.tsx';
import { StateChip } from './StateChip.tsx';
import { useRecoveries } from './use-recovery.ts';
import { spellKind, spellTokens } from './wording.ts';

export function RecoveriesPage() {
  const recoveries = useRecoveries();
  return (
    <Page
      title="Recoveries"
      subtitle="Each move of tokens, each token made anew and each restore of your identity, the newest first"
    >
      <Answer query={recoveries}>
        {(answer) =>
          answer.recoveries.length === 0 ? (
            <Card sx={{ p: 4, textAlign: 'center' }}>
              <Typography>Nothing of yours has been moved, made anew or restored yet.</Typography>
            </Card>
          ) : (
            <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }} aria-label="Recoveries">
              {answer.recoveries.map((recovery) => (
                <Entry key={recovery.id} recovery={recovery} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Entry({ recovery }: { recovery: Recovery }) {
  const current = recovery.steps.find((step) => step.standing === 'current');
  const done = recovery.steps.filter((step) => step.standing === 'done').length;
  return (
    <Card component="li">
      <CardActionArea component={Link} to={`/recoveries/${recovery.id}`} sx={{ p: 2.5 }}>
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1}
          sx={{ justifyContent: 'space-between', alignItems: 'flex-start' }}
        >
          <div>
            <Typography variant="h3" component="h2">
              {spellKind(recovery)}
            </Typography>
            <Typography>{spellTokens(recovery)}</Typography>
          </div>
          <StateChip recovery={recovery} />
        </Stack>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {done} of {recovery.steps.length} steps done
          {current && recovery.endedAt === null ? ` · Now: ${current.title}` : ''}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Started <When at={recovery.startedAt} />
          {recovery.endedAt !== null && (
            <>
              {' '}
              · Ended <When at={recovery.endedAt} />
            </>
          )}
        </Typography>
      </CardActionArea>
    </Card>
  );
}
