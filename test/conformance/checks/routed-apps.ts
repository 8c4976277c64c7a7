import { plainFolder } from '../harness/apps';
import { requestsFor } from '../harness/ask';
import { type Check, none, refused } from '../harness/check';
import { withoutFirstRules } from '../harness/faults';
import { askEnvoy, disagreements } from '../harness/routing';
import { statedRequests } from '../harness/stated';
import { versions } from '../harness/versions';
import { readObjects } from '../harness/yaml';

export const check: Check = {
  name: 'routed-apps',
  title: 'Envoy answers every match of every app, its near misses and both sides of every weight, as the library foretells',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const sets = context.apps.flatMap((app) =>
      app.environments.map((environment) => {
        const objects = readObjects(plainFolder(app, environment));
        const derived = requestsFor(objects);
        // What an app states goes along where there are routes of its own: controllers' objects are not there yet.
        return { app, environment, objects, requests: derived.length > 0 ? [...derived, ...statedRequests(app.name, environment)] : [] };
      }),
    );
    const asked = sets.filter(({ requests }) => requests.length > 0);
    const [first] = asked;
    if (!context.expect('some app has routes', first !== undefined, 'no environment of any app has a VirtualService') || !first) return;
    const faulty = { objects: withoutFirstRules(first.objects), requests: first.requests };
    const twice = { objects: [...first.objects, ...first.objects.slice(0, 1)], requests: first.requests };
    const [fault, refusal, ...answers] = await askEnvoy([faulty, twice, ...asked]);
    refused(
      context,
      'VirtualServices without their first rules',
      fault ? disagreements(first, fault).problems : [],
      /Envoy .*; the library/,
    );
    refused(context, 'an object that is there twice: the error of that set alone', refusal?.problems ?? [], /is there twice/);
    asked.forEach((set, i) => {
      const answered = answers[i];
      const { problems, open } = answered ? disagreements(set, answered) : { problems: ['not asked'], open: 0 };
      const passed = none(context, `${set.app.name}/${set.environment}: ${set.requests.length} requests`, problems);
      context.expect(
        `${set.app.name}/${set.environment}: the library answers most requests`,
        open < set.requests.length / 2,
        `${open} of ${set.requests.length} left open`,
      );
      context.verified({
        strategy: `app ${set.app.name}`,
        program: 'istio and envoy',
        version: `${versions.istio}, ${versions.envoy}`,
        shown: 'answers as foretold',
        passed,
      });
    });
  },
};
