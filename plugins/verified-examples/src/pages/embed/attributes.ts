import {suggest} from '../../nearest';

/** Attributes of a directive, each read once, so that those nobody asked for can be reported. */
export class Attributes {
  private readonly asked = new Set<string>();

  constructor(
    private readonly values: Readonly<Record<string, string | null | undefined>>,
    private readonly report: (message: string) => void,
  ) {}

  /** An attribute that may be left out. Given without a value, it is a mistake. */
  optional(name: string): string | undefined {
    this.asked.add(name);
    const value = this.values[name];
    if (value === '') this.report(`attribute ${name} is empty`);
    return value === null || value === '' ? undefined : value;
  }

  /** Whether it was written, with or without a value. */
  has(name: string): boolean {
    return Object.hasOwn(this.values, name);
  }

  required(name: string): string | undefined {
    const value = this.optional(name);
    if (value === undefined && this.values[name] !== '') this.report(`attribute ${name} is missing`);
    return value;
  }

  /** Reports every attribute that was not asked for; call it last. */
  finish(): void {
    for (const name of Object.keys(this.values)) {
      if (!this.asked.has(name)) this.report(`unknown attribute ${name}; ${suggest(name, this.asked)}`);
    }
  }
}
