/** What the API server refused, or could not do. */
export class KubeError extends Error {
  constructor(
    readonly status: number,
    method: string,
    path: string,
    readonly answer: string,
  ) {
    super(`${method} ${path}: ${status} ${messageOf(answer).slice(0, 1200)}`);
  }
}

function messageOf(answer: string): string {
  try {
    return (JSON.parse(answer) as { message?: string }).message ?? answer;
  } catch {
    return answer;
  }
}
