const QUANTITY = /^([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?$/;
const FACTORS: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** The number that a Kubernetes quantity (`250m`, `512Mi`, `1e3`, 2) stands for; undefined when it is none. */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = QUANTITY.exec(value);
  if (!parts) return undefined;
  const suffix = parts[2];
  if (suffix === undefined) return Number(parts[1]);
  return /^[eE][+-]?[0-9]/.test(suffix) ? Number(`${parts[1]}${suffix}`) : Number(parts[1]) * FACTORS[suffix];
}
