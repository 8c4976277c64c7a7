type Tree = ReturnType<typeof import('@prometheus-io/lezer-promql').parser.parse>;
type SyntaxNode = Tree['topNode'];

// Loaded with the first query: most apps state none.
function parse(query: string): Tree {
  return (require('@prometheus-io/lezer-promql') as typeof import('@prometheus-io/lezer-promql')).parser.parse(query);
}

/** What is wrong with a PromQL expression; undefined when Prometheus takes it. */
export function promqlProblem(query: string): string | undefined {
  const candidates = withoutPlaceholders(query);
  const problems = candidates.map(problemOf);
  return problems.includes(undefined) ? undefined : problems[0];
}

/** Whether the expression's value is one number rather than a vector of series. */
export function isScalarQuery(query: string): boolean {
  const [candidate] = withoutPlaceholders(query);
  const top = parse(candidate).topNode.firstChild;
  return top !== null && isScalar(top, candidate);
}

/** Whether it divides one series by another: without traffic both are 0, and the result is NaN. */
export function divides(query: string): boolean {
  let found = false;
  const [candidate] = withoutPlaceholders(query);
  parse(candidate).iterate({
    enter: (node) => {
      if (node.name === 'Div' && node.node.nextSibling && !isNumber(node.node.nextSibling)) found = true;
    },
  });
  return found;
}

/** Flagger's and Argo's `{{ ... }}` stand for text, a duration or a number: the expression is read with each of them in turn. */
function withoutPlaceholders(query: string): string[] {
  if (!query.includes('{{')) return [query];
  const inContext = query.replace(/\[\s*\{\{[^{}]*\}\}/g, '[5m').replace(/:\s*\{\{[^{}]*\}\}\s*\]/g, ':5m]');
  return ['x', '1', '5m'].map((text) => inContext.replace(/\{\{[^{}]*\}\}/g, text));
}

function problemOf(query: string): string | undefined {
  if (query.trim() === '') return 'it is empty';
  if (hasOpenText(query)) return 'a quotation mark is not closed';
  const tree = parse(query);
  let problem: string | undefined;
  tree.iterate({
    enter: (node) => {
      if (problem !== undefined) return false;
      if (node.type.isError) problem = syntaxProblem(node.node, query);
      else if (node.name === 'FunctionCall') problem = argumentProblem(node.node, query);
      return undefined;
    },
  });
  const top = tree.topNode.firstChild;
  if (problem === undefined && top?.name === 'MatrixSelector') {
    return `it yields a range of samples (\`${excerpt(query, top)}\`) where one value is needed: put it into rate() or the like`;
  }
  return problem;
}

/** Whether a text in quotation marks does not end: what follows would only be read as other things. */
const hasOpenText = (query: string): boolean =>
  !/^(?:[^"'`#]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*(?:\n|$))*$/.test(query);

function syntaxProblem(error: SyntaxNode, query: string): string {
  const before = query.slice(0, error.from);
  const line = before.split('\n').length;
  const near = query
    .slice(error.from, error.from + 20)
    .split('\n')[0]
    .trim();
  const where = line > 1 ? ` in line ${line}` : '';
  return near === '' ? `it ends too early${where}` : `it does not parse at \`${near}\`${where}`;
}

/** Functions over a range of samples; the range is the last argument of `quantile_over_time`, the first of the others. */
const RANGE_FUNCTIONS =
  /^(rate|irate|increase|delta|idelta|deriv|changes|resets|predict_linear|double_exponential_smoothing|holt_winters|\w+_over_time)$/;

function argumentProblem(call: SyntaxNode, query: string): string | undefined {
  const identifier = call.getChild('FunctionIdentifier');
  const body = call.getChild('FunctionCallBody');
  if (!identifier || !body) return undefined;
  const name = query.slice(identifier.from, identifier.to);
  const first = name === 'quantile_over_time' ? body.lastChild : body.firstChild;
  if (!first) return undefined;
  const range = isRange(first);
  if (RANGE_FUNCTIONS.test(name) && !range) {
    return `${name}() needs a range such as \`${excerpt(query, first)}[5m]\``;
  }
  if (!RANGE_FUNCTIONS.test(name) && range) return `${name}() does not take a range (\`${excerpt(query, first)}\`)`;
  return undefined;
}

function isRange(node: SyntaxNode): boolean {
  if (node.name === 'MatrixSelector' || node.name === 'SubqueryExpr') return true;
  if (node.name !== 'ParenExpr' && node.name !== 'OffsetExpr' && node.name !== 'StepInvariantExpr') return false;
  return node.firstChild !== null && isRange(node.firstChild);
}

function isScalar(node: SyntaxNode, query: string): boolean {
  if (isNumber(node)) return true;
  if (node.name === 'FunctionCall') return /^(scalar|time|pi)\s*\(/.test(query.slice(node.from, node.to));
  if (node.name === 'ParenExpr' || node.name === 'UnaryExpr') return node.lastChild !== null && isScalar(node.lastChild, query);
  if (node.name !== 'BinaryExpr' || !node.firstChild || !node.lastChild) return false;
  return isScalar(node.firstChild, query) && isScalar(node.lastChild, query);
}

const isNumber = (node: SyntaxNode): boolean => node.name.startsWith('NumberDurationLiteral');

function excerpt(query: string, node: SyntaxNode): string {
  const text = query.slice(node.from, node.to).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
