import { describeId } from '../../manifest/manifest';
import { fieldPathText } from '../finding';
import type { Format } from './result';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Workflow commands of GitHub Actions: annotations on the changed lines. */
export const githubFormat: Format = {
  name: 'github',
  render({ findings }) {
    return findings
      .map(({ code, severity, message, fix, object, path, location }) => {
        const places = {
          file: location?.file,
          line: location?.line,
          col: location?.column,
          title: `${code}${object ? ` ${describeId(object)}` : ''}`,
        };
        const properties = Object.entries(places)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        const field = path && path.length > 0 ? `${fieldPathText(path)}: ` : '';
        return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(`${field}${message} ${fix}`)}\n`;
      })
      .join('');
  },
};

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
