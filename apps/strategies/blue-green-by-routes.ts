import { BlueGreen, Match, type ServiceVersion } from 'cdk8s-progressive';

/** A route names one of two versions; testers reach the other. */
export const release = (active: ServiceVersion, preview: ServiceVersion) =>
  BlueGreen.byRoutes({ active, preview, previewFor: [Match.header('x-group').exact('test')] });
