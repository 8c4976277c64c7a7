import { requireShape } from '../shapes/shapes';
import { cookieRegex } from './cookie';
import { Match } from './match';
import { COOKIE, withoutCookies } from './match-parts';
import { escapeRegex, requireRe2 } from './regular-expression';
import { requireText, type TextCondition } from './text-condition';

/** The second half of a condition on a header: how its value is compared. */
export class HeaderCondition {
  /** Use `Match.header` or `Match.withoutHeader`. */
  public constructor(
    private readonly name: string,
    private readonly excluded: boolean = false,
  ) {}

  /** The value is exactly this. */
  public exact(value: string): Match {
    return this.with({ exact: value });
  }

  /** The value begins with this. */
  public prefix(value: string): Match {
    return this.with({ prefix: value });
  }

  /** The whole value matches this RE2 expression. */
  public regex(expression: string): Match {
    return this.with({ regex: requireRe2(expression, `Match.header('${this.name}').regex`) });
  }

  /** The header is there, whatever its value; an empty one counts. */
  public present(): Match {
    return this.with({ present: true });
  }

  /** The header is not there. Becomes an entry of `withoutHeaders`. */
  public absent(): Match {
    return Match._of({ withoutHeaders: { [this.name]: { present: true } } });
  }

  private with(condition: TextCondition): Match {
    requireText(condition, `Match.header('${this.name}')`);
    return Match._of({ [this.excluded ? 'withoutHeaders' : 'headers']: { [this.name]: condition } });
  }
}

/** The second half of a condition on a cookie: becomes a regular expression over the header `cookie`, in which all cookies stand. */
export class CookieCondition {
  /** Use `Match.cookie`. */
  public constructor(private readonly name: string) {}

  /** The value is exactly this. */
  public exact(value: string): Match {
    return this.with({ exact: value });
  }

  /** The value begins with this. */
  public prefix(value: string): Match {
    return this.with({ prefix: value });
  }

  /** The whole value matches this RE2 expression, which must not run past a `;`. */
  public regex(expression: string): Match {
    return this.with({ regex: requireRe2(expression, `Match.cookie('${this.name}').regex`) });
  }

  /** The cookie is there, whatever its value. */
  public present(): Match {
    return this.with({ present: true });
  }

  /** The cookie is not there. Becomes an entry of `withoutHeaders`. */
  public absent(): Match {
    return Match._of(withoutCookies([this.name]));
  }

  private with(condition: TextCondition): Match {
    requireText(condition, `Match.cookie('${this.name}')`);
    const cookies = [{ name: this.name, condition }];
    return Match._of({ headers: { [COOKIE]: { regex: cookieRegex(cookies) } }, cookies });
  }
}

/** The second half of a condition on a query parameter. Istio compares the first occurrence, without decoding it. */
export class QueryParameterCondition {
  /** Use `Match.queryParameter`. */
  public constructor(private readonly name: string) {}

  /** The value is exactly this; the empty text fits `?p` and `?p=`. */
  public exact(value: string): Match {
    return this.with({ exact: value });
  }

  /** The value begins with this. Becomes a `regex`, because Istio knows no prefix of query parameters. */
  public prefix(value: string): Match {
    return this.with({ regex: `^${escapeRegex(value)}.*$` });
  }

  /** The whole value matches this RE2 expression. */
  public regex(expression: string): Match {
    return this.with({ regex: requireRe2(expression, `Match.queryParameter('${this.name}').regex`) });
  }

  /** The parameter is there, whatever its value. */
  public present(): Match {
    return this.with({ present: true });
  }

  private with(condition: TextCondition): Match {
    requireText(condition, `Match.queryParameter('${this.name}')`);
    return Match._of({ queryParams: { [this.name]: condition } });
  }
}

/** The second half of a condition on the path of a request, without its query. Percent codes and `..` are normalised before. */
export class UriCondition {
  /** Use `Match.uri`. */
  public constructor(private readonly ignoreCase: boolean = false) {}

  /** Upper and lower case are the same. Becomes `ignoreUriCase`; a `regex` says `(?i)` itself. */
  public ignoringCase(): UriCondition {
    return new UriCondition(true);
  }

  /** The path is exactly this: `/x` does not fit `/x/`. */
  public exact(path: string): Match {
    return this.with({ exact: rooted(path, 'exact') });
  }

  /** The path begins with this, on Istio also in the midst of a segment: `/foo` fits `/foobar`. */
  public prefix(path: string): Match {
    return this.with({ prefix: rooted(path, 'prefix') });
  }

  /** The whole path matches this RE2 expression. */
  public regex(expression: string): Match {
    const written = this.ignoreCase && !expression.startsWith('(?i)') ? `(?i)${expression}` : expression;
    return Match._of({ uri: { regex: requireRe2(written, 'Match.uri().regex') } });
  }

  private with(uri: TextCondition): Match {
    return Match._of(this.ignoreCase ? { uri, ignoreUriCase: true } : { uri });
  }
}

/** The second half of a condition on the host (and port) of a request, as the client wrote it. */
export class AuthorityCondition {
  /** The host is exactly this, in the case and with the port that the client sends. */
  public exact(value: string): Match {
    return this.with({ exact: value });
  }

  /** The host begins with this. */
  public prefix(value: string): Match {
    return this.with({ prefix: value });
  }

  /** The whole host matches this RE2 expression. */
  public regex(expression: string): Match {
    return this.with({ regex: requireRe2(expression, 'Match.authority().regex') });
  }

  private with(authority: TextCondition): Match {
    requireText(authority, 'Match.authority()');
    return Match._of({ authority });
  }
}

function rooted(path: string, how: string): string {
  requireShape('string', path, `Match.uri().${how}()`);
  if (!path.startsWith('/') && !path.startsWith('${')) throw new Error(`Match.uri().${how}('${path}'): a path starts with '/'.`);
  return path;
}
