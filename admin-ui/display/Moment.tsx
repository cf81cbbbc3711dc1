import Tooltip from '@mui/material/Tooltip';
import { useFreshWords } from './clock.ts';
import { absolute, dateAndTime, dateOf, relative } from './relative.ts';

const looks = { relative, time: dateAndTime, date: dateOf };

interface MomentProps {
  at: string;
  as?: keyof typeof looks;
}

/** A time as people say it; the exact one, with its zone, on hover. */
export function Moment({ at, as = 'relative' }: MomentProps) {
  const instant = Date.parse(at);
  const words = useFreshWords((now) => looks[as](instant, now));
  return (
    <Tooltip title={absolute(instant)} describeChild>
      <time dateTime={at}>{words}</time>
    </Tooltip>
  );
}
