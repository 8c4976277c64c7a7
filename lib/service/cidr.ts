import { BlockList, isIP } from 'node:net';

/** Why a text is no range of addresses; undefined when it is one. */
export function cidrProblem(cidr: string): string | undefined {
  const { address, version, prefix } = parts(cidr);
  if (version === 0) return `'${cidr}' is no range of addresses; one is written as 10.0.0.0/8.`;
  const most = version === 4 ? 32 : 128;
  return prefix <= most
    ? undefined
    : `'${cidr}' is no range of addresses: ${address} has ${most} bits, so '/' is followed by 0 to ${most}.`;
}

/** Why a range cannot be left out of another: Kubernetes demands that it is a smaller part of it. */
export function exceptProblem(cidr: string, except: string): string | undefined {
  const wrong = cidrProblem(cidr) ?? cidrProblem(except);
  if (wrong) return wrong;
  const [whole, part] = [parts(cidr), parts(except)];
  const within = new BlockList();
  within.addSubnet(whole.address, whole.prefix, family(whole));
  const isPart = whole.version === part.version && part.prefix > whole.prefix && within.check(part.address, family(part));
  return isPart ? undefined : `except '${except}' is no smaller part of ${cidr}; leave it out, or state a range within.`;
}

interface Cidr {
  readonly address: string;
  /** 4 or 6; 0 where the address is none. */
  readonly version: number;
  readonly prefix: number;
}

function parts(cidr: string): Cidr {
  const [, address = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  return { address, version: isIP(address), prefix: Number(prefix) };
}

function family({ version }: Cidr): 'ipv4' | 'ipv6' {
  return version === 4 ? 'ipv4' : 'ipv6';
}
