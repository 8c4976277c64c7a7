import { homedir } from 'node:os';
import { join } from 'node:path';

/** The project's folder. */
export const ROOT = join(__dirname, '..', '..', '..');

/** Where the pinned programs are described: one folder each. */
export const PROGRAMS = join(__dirname, '..', 'programs');

/** Everything that is built or fetched lies here, outside of the tree. */
export const CACHE = process.env.CDK8S_PROGRESSIVE_CACHE ?? join(homedir(), '.cache', 'cdk8s-progressive');

/** The environment of every Go command: caches of its own, no version other than the pinned one, no C compiler. */
export const GO_ENVIRONMENT = {
  GOMODCACHE: join(CACHE, 'go', 'mod'),
  GOCACHE: join(CACHE, 'go', 'build'),
  GOFLAGS: '-buildvcs=false -trimpath -modcacherw -mod=readonly',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  CGO_ENABLED: '0',
};
