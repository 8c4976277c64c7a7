// Builds and fetches what the conformance run needs, and tells how long it takes: npm run conformance:install [-- NAME...]
import { install } from './harness/install';

install(process.argv.slice(2), (line) => console.error(line)).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
