import { createColors } from 'picocolors';
import { describeId, identityOf } from '../../manifest/manifest';
import { readPaths } from '../../model/files';
import { readManifests } from '../../model/read';
import type { SourcedManifest } from '../../model/sourced';
import { type Changes, changesBetween } from '../../simulate/changes/changes';
import { trafficSentences } from '../../simulate/changes/traffic';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import type { Io } from '../io';
import { clock } from '../rollout-chart';

interface DiffOptions {
  readonly format: string;
  readonly quiet?: boolean;
}

/** `progressive diff`: what a change does, in terms of traffic. */
export const diffCommand: CliCommand = {
  summary: 'say what a change of manifests does: to requests, and which releases it starts',
  run(args, io) {
    const command = commandLine(
      'diff',
      'Says what applying NEW over OLD does: which requests meet other versions, which releases start and how they go, which objects change.',
      'progressive diff dist/hands-on/yaml/default dist/hands-on/yaml/prod\nhelm template shop ./chart | progressive diff deployed/ -',
    )
      .argument('<old>', 'a YAML file or folder, a chart, a kustomization, or - for standard input')
      .argument('<new>', 'the same, after the change');
    return runCommandLine(command, args, io, async () => diff(command.args, command.opts<DiffOptions>(), io));
  },
};

async function diff([before = '', after = '']: readonly string[], options: DiffOptions, io: Io): Promise<number> {
  if (before === '-' && after === '-') throw new UsageError('only one of OLD and NEW can come from standard input.');
  const old = await read(before, io);
  const now = await read(after, io);
  const changes = changesBetween(old.manifests, now.manifests);
  io.stdout(options.format === 'json' ? `${JSON.stringify(json(changes), null, 2)}\n` : text(changes, io.color));
  return exitCode(old.unreadable || now.unreadable);
}

async function read(path: string, io: Io): Promise<{ manifests: readonly SourcedManifest[]; unreadable: boolean }> {
  const files = readPaths([path], { cwd: io.cwd, stdin: path === '-' ? await io.stdin() : undefined });
  const { manifests, problems } = readManifests(files.inputs);
  const serious = [...files.problems, ...problems].filter(({ severity }) => severity !== 'note');
  for (const { message, fix, location } of serious) {
    io.stderr(`${[location?.file, location?.line].filter((one) => one !== undefined).join(':')}: ${message} ${fix}\n`);
  }
  if (manifests.length === 0 && serious.length > 0) throw new UsageError(`there are no manifests in ${path}.`);
  return { manifests, unreadable: serious.length > 0 };
}

const MARKS = { created: '+', changed: '~', deleted: '-' } as const;

function text({ objects, traffic, releases, refused }: Changes, color: boolean): string {
  const colors = createColors(color);
  if (objects.length === 0) return 'nothing changes\n';
  const paint = { created: colors.green, changed: colors.yellow, deleted: colors.red };
  const sections: [string, string[]][] = [
    ['requests', traffic.length > 0 ? trafficSentences(traffic) : ['every request meets the same version as before']],
    ['releases', releases.map(releaseText)],
    ['refused', refused.map(refusalText)],
    ['objects', objects.map(({ change, object }) => paint[change](`${MARKS[change]} ${describeId(object)}`))],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${colors.bold(name)}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('');
}

function refusalText({ object, by, reason }: Changes['refused'][number]): string {
  return `${describeId(identityOf(object.manifest))}: ${by ?? 'Istio'} refuses it, because ${reason}; what the cluster has of it stays`;
}

function releaseText({ plan: { object }, course: { end, exposure } }: Changes['releases'][number]): string {
  const meets = `until then ${exposure.share.average} % of the requests meet the new version`;
  return `${describeId(object)} starts a release: ${end.what} after ${clock(end.t)} if the new version is good; ${meets}. ${end.reason}`;
}

function json({ objects, traffic, releases, refused }: Changes): object {
  return {
    objects,
    traffic: traffic.map(({ about, request, before, after }) => ({
      about,
      request,
      before: Object.fromEntries(before),
      after: Object.fromEntries(after),
    })),
    releases: releases.map(({ plan, course }) => ({
      object: plan.object,
      controller: plan.controller,
      end: course.end,
      exposure: course.exposure,
    })),
    refused: refused.map(({ object, by, path, reason }) => ({ object: identityOf(object.manifest), by: by ?? 'Istio', path, reason })),
  };
}
