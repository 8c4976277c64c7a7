import { READ_PROBLEMS, type ReadProblem } from '../model/read/problems';
import type { Entry } from './catalog';

const ABOUT: Readonly<Record<ReadProblem, readonly [title: string, why: string, fix: string]>> = {
  unreadable: ['A file cannot be read', 'Whatever is in it is not checked.', 'Check the path and its permissions.'],
  encoding: [
    'A file is not valid text',
    'kubectl takes it, other tools on the way to the cluster do not, or read something else.',
    'Save the file as UTF-8.',
  ],
  binary: ['A file is binary', 'It holds no manifests.', 'Leave it out.'],
  syntax: ['A document is no YAML', 'kubectl refuses the whole file.', 'Correct the line that is shown.'],
  duplicateKey: [
    'A key stands twice in one mapping',
    'kubectl takes the last, kustomize refuses the file: the first value is lost.',
    'Keep one of them.',
  ],
  alias: ['Aliases form a circle, or grow without bound', 'The file cannot be read without filling the memory.', 'Write the values out.'],
  mergeKey: ['A merge key is used', 'kubectl and kustomize do not agree on merge keys.', 'Write the fields out.'],
  tag: ['A YAML tag is used', 'Tools on the way to the cluster read tagged values differently, or not at all.', 'Write the plain value.'],
  depth: ['A document is nested too deeply', 'No manifest is; tools on the way to the cluster fail on it.', 'Check how the file was made.'],
  template: [
    'A file is the source of a template',
    'What the cluster gets is only known once it is rendered.',
    'Render it (`helm template`), or give the chart.',
  ],
  conflict: ['A file holds conflict markers', 'A merge was left half done.', 'Resolve the conflict.'],
  notAnObject: ['A document is no Kubernetes object', 'kubectl refuses it.', 'State apiVersion, kind and metadata.name.'],
  program: [
    'A chart or kustomization could not be rendered',
    'What is in it is not checked.',
    'Install helm or kustomize, or render it and give the output.',
  ],
};

/** What the reader reports before any rule looks at the objects. */
export const READ_CODES: readonly Entry[] = (Object.keys(ABOUT) as ReadProblem[]).map((what) => {
  const [title, why, fix] = ABOUT[what];
  return { code: READ_PROBLEMS[what], severity: 'error', title, why, fix, links: [] };
});
