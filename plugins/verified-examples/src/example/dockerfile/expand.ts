/** What came of a word with variables: its text, or why there is none. */
export type Expanded = {text: string} | {failure: string};

/** What a variable is; undefined: it has no value. */
export type Lookup = (name: string) => Expanded | undefined;

/** Ends an expansion; its message completes a sentence that begins with who uses the variable. */
class Failure extends Error {}

/**
 * Expands the variables of a word and takes its quotes and escapes away, as BuildKit does for FROM and ARG
 * (`frontend/dockerfile/shell/lex.go`): `$X`, `${X}`, and with `-`, `:-`, `+`, `:+`, `?`, `:?` and a word after the name.
 * A variable without a value is a failure here; BuildKit takes the empty text for it.
 *
 * @param escape - From the `escape` directive
 */
export function expand(word: string, lookup: Lookup, escape: string): Expanded {
  try {
    return {text: new Expansion(word, lookup, escape).until(undefined)};
  } catch (error) {
    if (error instanceof Failure) return {failure: error.message};
    throw error;
  }
}

class Expansion {
  private position = 0;

  constructor(
    private readonly word: string,
    private readonly lookup: Lookup,
    private readonly escape: string,
  ) {}

  /** Reads on to a character, or to the end, which must then not come first. */
  until(stop: '}' | undefined): string {
    let text = '';
    for (let char = this.take(); char !== stop; char = this.take()) {
      if (char === undefined) throw new Failure('has a ${ that no } closes');
      if (char === "'") text += this.singleQuoted();
      else if (char === '"') text += this.doubleQuoted();
      else if (char === '$') text += this.variable();
      else text += char === this.escape ? (this.take() ?? '') : char;
    }
    return text;
  }

  private take(): string | undefined {
    return this.word.at(this.position) === undefined ? undefined : this.word[this.position++];
  }

  private singleQuoted(): string {
    const end = this.word.indexOf("'", this.position);
    if (end === -1) throw new Failure("has a ' that nothing closes");
    const text = this.word.slice(this.position, end);
    this.position = end + 1;
    return text;
  }

  private doubleQuoted(): string {
    let text = '';
    for (let char = this.take(); char !== '"'; char = this.take()) {
      if (char === undefined) throw new Failure('has a " that nothing closes');
      const escaped = char === this.escape && /["$]/.test(this.word[this.position] ?? '');
      if (char === '$') text += this.variable();
      else text += escaped ? (this.take() ?? '') : char;
    }
    return text;
  }

  private variable(): string {
    const bare = /^\w+/.exec(this.word.slice(this.position))?.[0];
    if (bare !== undefined) {
      this.position += bare.length;
      return this.valueOf(bare);
    }
    const start = this.position - 1;
    const [head, name = '', sign = ''] = /^\{(\w+)(\}|:?[-+?])/.exec(this.word.slice(this.position)) ?? [];
    if (head === undefined) {
      const shown = /^\$(?:\{[^}]*\}?)?/.exec(this.word.slice(start))?.[0] ?? '$';
      throw new Failure(`uses ${shown}, which not every builder expands: write the value out`);
    }
    this.position += head.length;
    return sign === '}' ? this.valueOf(name) : this.alternative(name, sign);
  }

  private valueOf(name: string): string {
    const value = this.lookup(name);
    if (value === undefined)
      throw new Failure(`uses \${${name}}, which has no value: give its ARG a default`);
    if ('failure' in value) throw new Failure(value.failure);
    return value.text;
  }

  /** `:` takes an empty value for none. */
  private alternative(name: string, sign: string): string {
    const value = this.lookup(name);
    if (value !== undefined && 'failure' in value) throw new Failure(value.failure);
    const given = value !== undefined && !(sign.startsWith(':') && value.text === '');
    const outer = this.position;
    const skipped = () => {
      // What is not taken may name variables that have no value.
      this.position = outer + new Expansion(this.word.slice(outer), () => ({text: ''}), this.escape).length();
    };
    if (sign.endsWith('+')) {
      if (given) return this.until('}');
      skipped();
      return '';
    }
    if (given) {
      skipped();
      return value.text;
    }
    const text = this.until('}');
    if (sign.endsWith('-')) return text;
    throw new Failure(
      `uses \${${name}}, which has no value: ${text === '' ? 'give its ARG a default' : text}`,
    );
  }

  /** Characters up to and with the closing brace. */
  private length(): number {
    this.until('}');
    return this.position;
  }
}
