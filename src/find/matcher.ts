import {startsLine, type Cleaned} from './clean';
import {Lines, WINDOW} from './lines';
import type {Finding, FoundSlot, Guard, Pattern} from './model';
import {isDecisive, SLOT_NAMES} from './slots';
import {compile, matchIn, type Compiled, type Match} from './template';

interface Ready {
  pattern: Pattern;
  template: Compiled;
  not: readonly ReadyGuard[];
  needs: readonly ReadyGuard[];
  also: readonly {symptom: string; when: RegExp | undefined}[];
}

interface ReadyGuard {
  templates: readonly Compiled[];
  within: number;
}

/** A finding before it is told: the weight decides between two in one place. */
export interface Hit extends Finding {
  weight: number;
}

/** More candidates than these in one input are not looked at: a log repeats itself long before. */
const MOST_LINES = 20_000;

/** Up to so many characters an input is a paste. */
const PASTE = 200_000;

/** Patterns that can be matched against any text. */
export class Matcher {
  private readonly byAnchor = new Map<string, Ready[]>();
  private readonly bySpare = new Map<string, Ready[]>();

  /** @throws Error that names the pattern that is no template */
  constructor(patterns: readonly Pattern[]) {
    for (const pattern of patterns) {
      const ready = prepare(pattern);
      const anchor = ready.template.anchor ?? '';
      if (anchor === '')
        throw new Error(`${pattern.symptom}: no word of "${pattern.text}" is sure to be there`);
      add(this.byAnchor, anchor, ready);
      if (ready.template.spare !== undefined) add(this.bySpare, ready.template.spare, ready);
    }
  }

  /** Every place of an input where a pattern holds, by line; of overlapping ones the surest. */
  find(input: string): Hit[] {
    const lines = new Lines(input);
    const found = new Map<number, Hit[]>();
    // What is pasted may be broken anywhere; a long log has its lines whole.
    const anchors = input.length > PASTE ? [...this.byAnchor] : [...this.byAnchor, ...this.bySpare];
    for (const [anchor, patterns] of anchors) {
      let last = -1;
      let seen = 0;
      let read = 0;
      for (let at = input.indexOf(anchor); at >= 0 && seen < MOST_LINES; at = input.indexOf(anchor, at + 1)) {
        const line = lines.lineAt(at);
        const [, end] = lines.bounds(line);
        // A line of usual length is read once, a very long one in parts.
        if (line === last && (end - lines.bounds(line)[0] <= WINDOW * 2 || at < read)) continue;
        const whole = isWhole(input, at, anchor.length);
        const likely = patterns.filter(({template}) => whole || !template.anchorIsWhole);
        if (likely.length === 0) continue;
        last = line;
        read = at + WINDOW / 2;
        seen++;
        const views = new Views(lines, line, at);
        for (const ready of likely) {
          const hit = hitOf(ready, lines, line, views);
          if (hit === undefined) continue;
          add(found, hit.line, hit);
        }
      }
    }
    return [...found.entries()].sort(([a], [b]) => a - b).flatMap(([, hits]) => settle(hits));
  }
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Whether what is found is no part of a longer word, be there an escape before it: `\\nexec`, `[31mexec`. */
function isWhole(input: string, at: number, length: number): boolean {
  if (/\w/.test(input.charAt(at + length))) return false;
  const before = input.slice(Math.max(0, at - 8), at);
  return !/\w$/.test(before) || /(?:\\[nrt]|\[[\d;]{1,6}m|\\u[0-9a-f]{4})$/.test(before);
}

function prepare(pattern: Pattern): Ready {
  try {
    const guards = (all: readonly Guard[] = []) =>
      all.map(({text, within}) => ({templates: text.map(compile), within}));
    return {
      pattern,
      template: compile(pattern.text),
      not: guards(pattern.not),
      needs: guards(pattern.needs),
      also: (pattern.also ?? []).map(({symptom, when}) => ({
        symptom,
        when: when === undefined ? undefined : new RegExp(when, 'i'),
      })),
    };
  } catch (error) {
    throw new Error(`${pattern.symptom}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** What a line may be read as: by itself, or with its neighbours where it was broken off. */
class Views {
  private joins: Cleaned[] | undefined;
  private text: string | undefined;
  private neighbours: string | undefined;

  constructor(
    private readonly lines: Lines,
    private readonly line: number,
    private readonly near: number,
  ) {}

  /** The line as it stands; of a very long one what is around the place. */
  get raw(): string {
    const {lines, line, near} = this;
    if (this.text === undefined) {
      const [start, end] = lines.bounds(line);
      this.text = lines.input.slice(Math.max(start, near - WINDOW), Math.min(end, near + WINDOW));
    }
    return this.text;
  }

  /** The line in the middle of its neighbours: a word that was broken in two is whole in it. */
  get wide(): string {
    const {lines, line} = this;
    this.neighbours ??= `${
      line > 0
        ? lines
            .raw(line - 1)
            .trimEnd()
            .slice(-400)
        : ''
    }${this.raw}${
      line + 1 < lines.count
        ? lines
            .raw(line + 1)
            .trimStart()
            .slice(0, 400)
        : ''
    }`;
    return this.neighbours;
  }

  get alone(): Cleaned {
    return this.lines.cleaned(this.line, this.near);
  }

  get joined(): readonly Cleaned[] {
    const {lines, line} = this;
    this.joins ??= [
      [line - 1, line],
      [line, line + 1],
      [line - 1, line + 1],
    ].flatMap(([first = 0, last = 0]) => lines.joined(first, last));
    return this.joins;
  }
}

function hitOf(ready: Ready, lines: Lines, line: number, views: Views): Hit | undefined {
  const holds = (text: Cleaned): Hit | undefined => {
    const match = matchIn(ready.template, text.text, (at) => startsLine(text.text, at));
    if (match === undefined) return undefined;
    if (ready.pattern.bare === true && text.text.slice(0, match.start).trim() !== '') return undefined;
    return guarded(ready, lines, line, text, views) ? tell(ready, match, text, lines) : undefined;
  };
  const {words} = ready.template;
  if (words.every((word) => views.raw.includes(word))) {
    const alone = holds(views.alone);
    if (alone !== undefined) return alone;
  }
  if (words.length < 2 || !words.every((word) => views.wide.includes(word))) return undefined;
  for (const text of views.joined) {
    const hit = holds(text);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** Whether the neighbours of a match are those that it needs. What speaks against it may be on a part that was broken off. */
function guarded({not, needs}: Ready, lines: Lines, line: number, own: Cleaned, views: Views): boolean {
  const inText = (template: Compiled, {text}: Cleaned) =>
    matchIn(template, text, (at) => startsLine(text, at)) !== undefined;
  const nearby = ({templates, within}: ReadyGuard): boolean =>
    templates.some((template) => {
      for (
        let other = Math.max(0, line - within);
        other <= Math.min(lines.count - 1, line + within);
        other++
      ) {
        if (other === line) continue;
        if (template.anchor !== undefined && !lines.raw(other).includes(template.anchor)) continue;
        if (inText(template, lines.cleaned(other))) return true;
      }
      return false;
    });
  const holds = (guard: ReadyGuard, texts: readonly Cleaned[]) =>
    guard.templates.some((template) => texts.some((text) => inText(template, text))) || nearby(guard);
  return (
    needs.every((guard) => holds(guard, [own])) &&
    !not.some((guard) => holds(guard, [own, views.alone, ...views.joined]))
  );
}

function tell(ready: Ready, match: Match, {at}: Cleaned, lines: Lines): Hit {
  const {pattern, template} = ready;
  const start = at(match.start);
  const line = lines.lineAt(start) + 1;
  const slots = match.taken.map(({name, type, value, ...where}): FoundSlot => {
    const proved = pattern.proved?.[name];
    const other = isDecisive(type) && proved !== undefined && !proved.includes(value);
    return {
      name,
      value,
      start: at(where.start),
      end: at(where.end),
      ...(other ? {proved: proved.join(', ')} : {}),
    };
  });
  const other = slots.find(({proved}) => proved !== undefined);
  const candidates = [{symptom: pattern.symptom, when: undefined}, ...ready.also];
  const likely = candidates.filter(({when}) => when !== undefined && lines.says(when, start));
  const ordered = [...likely, ...candidates.filter((one) => !likely.includes(one))].map(
    ({symptom}) => symptom,
  );
  return {
    line,
    start,
    end: at(match.end),
    tier: pattern.guess === true ? 'closest' : other === undefined ? 'same' : 'other-value',
    symptom: ordered[0] ?? pattern.symptom,
    slots,
    why: reason(pattern, match, other),
    candidates: ordered.length > 1 ? ordered : [],
    weight: template.weight + template.slots.length + (pattern.guess === true ? 0 : 1000),
  };
}

function reason({guess}: Pattern, {taken}: Match, other: FoundSlot | undefined): string {
  const named = taken.flatMap(({type, value}) => {
    const name = SLOT_NAMES[type];
    return name === undefined ? [] : [`${name} ${value}`];
  });
  const where = named.length === 0 ? '' : `, with ${named.join(', ')}`;
  if (guess === true)
    return `The words are those of the page${where}, but other programs print them as well, for other reasons.`;
  if (other === undefined) return `The text is the same${where}.`;
  return `The text is the same${where}; what was proved is ${other.proved ?? ''}.`;
}

/** Of hits on one line the surest in each place; guesses only where nothing is sure. */
function settle(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const sure = hits.some(({tier}) => tier !== 'closest');
  for (const hit of [...hits].sort((a, b) => b.weight - a.weight || a.start - b.start)) {
    if (sure && hit.tier === 'closest') continue;
    if (kept.some(({start, end, symptom}) => (hit.start < end && start < hit.end) || symptom === hit.symptom))
      continue;
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
