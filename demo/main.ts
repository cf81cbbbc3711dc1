import { startWorld } from '../embedded/world.ts';
import { Cast } from '../embedded/people/cast.ts';
import { administrationStory } from './administration.ts';
import { migrationStory } from './migration.ts';
import { pairingStory } from './pairing.ts';
import { recreationStory } from './recreation.ts';
import { reloadStory } from './reload.ts';
import { restoreStory } from './restore.ts';
import { transferStory } from './transfer.ts';

/** `npm run demo`: every flow through the public API with the device SDK, on servers of its own. Exits 0 only if each ends as its guide says. */
const world = await startWorld({
  say: (line) => {
    console.log(line);
  },
});
let cast: Cast | undefined;
try {
  cast = await Cast.assemble(world);
  await migrationStory(cast);
  await reloadStory(cast);
  await restoreStory(cast);
  await pairingStory(cast);
  await administrationStory(cast);
  await transferStory(cast);
  await recreationStory(cast);
  console.log('\nEvery flow ended as its guide says.');
} catch (error) {
  process.exitCode = 1;
  console.error(error);
} finally {
  await cast?.close();
  await world.stop();
}
