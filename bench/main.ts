import { planFrom } from './flags.ts';
import { runOn } from './run.ts';
const r = await runOn(
  (process.env.S ?? 'memory') as never,
  planFrom(process.argv.slice(2)),
  process.env.W !== 'no',
  console.log,
);
for (const x of r.rates) {
  console.log(
    x.atOnce,
    'ours',
    x.ours.toFixed(1),
    'floor',
    x.floor.toFixed(1),
    'ratio',
    (x.ours / x.floor).toFixed(2),
    x.ratios.map((q) => q.toFixed(2)).join(' '),
  );
  for (const s of ['start', 'confirm', 'waiting', 'claim'])
    console.log(
      '   ',
      s,
      x.oursTimings.percentile(s, 0.5).toFixed(0),
      x.oursTimings.percentile(s, 0.95).toFixed(0),
      'floor',
      x.floorTimings.percentile(s, 0.5).toFixed(0),
      x.floorTimings.percentile(s, 0.95).toFixed(0),
    );
}
console.log(r.cost, r.memory, r.list);
console.dir(r.memory, { depth: 5 });
