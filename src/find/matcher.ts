import {startsLine, type Cleaned} from './clean';
import {Lines, WINDOW} from './lines';
import type {Finding, FoundSlot, Guard, Pattern} from './model';
import {Scan} from './scan';
import {isDecisive, SLOT_NAMES} from './slots';
import {isWhole} from './whole';
import {compile, matchIn, type Compiled, type Match} from './template';

interface Ready {
  pattern: Pattern;
  /** Its place among the patterns. */
  order: number;
  template: Compiled;
  not: readonly ReadyGuard[];
  needs: readonly ReadyGuard[];
  also: readonly {symptom: string; when: RegExp | undefined}[];
}

interface ReadyGuard {
  templates: readonly Compiled[];
  within: number;
}

/** A finding before it is told: the weight decides between two in one place, then the order of the patterns. */
export interface Hit extends Finding {
  weight: number;
  order: number;
}

/** More candidates than these in one input are not looked at: a log repeats itself long before. */
const MOST_LINES = 20_000;

/** Up to so many characters an input is a paste. */
const PASTE = 200_000;

/** How far an input was looked through for the patterns of one word. */
interface Looked {
  line: number;
  /** In a very long line, the place up to which it was read. */
  until: number;
  lines: number;
}

/** Patterns that can be matched against any text. */
export class Matcher {
  private readonly surest: Scan<readonly Ready[]>;
  private readonly spare: Scan<readonly Ready[]>;

  /** @throws Error that names the pattern that is no template */
  constructor(patterns: readonly Pattern[]) {
    const surest = new Map<string, Ready[]>();
    const spare = new Map<string, Ready[]>();
    for (const [order, pattern] of patterns.entries()) {
      const ready = prepare(pattern, order);
      const {template} = ready;
      if (template.anchor === undefined)
        throw new Error(`${pattern.symptom}: no word of "${pattern.text}" is sure to be there`);
      add(surest, template.anchor, ready);
      if (template.spare !== undefined) add(spare, template.spare, ready);
    }
    this.surest = new Scan(surest);
    this.spare = new Scan(spare);
  }

  /** Every place of an input where a pattern holds, by line; of overlapping ones the surest. */
  find(input: string): Hit[] {
    const lines = new Lines(input);
    const found = new Map<number, Hit[]>();
    let views: Views | undefined;
    // What is pasted may be broken anywhere; a long log has its lines whole.
    for (const scan of input.length > PASTE ? [this.surest] : [this.surest, this.spare]) {
      const all = new Map<string, Looked>();
      scan.each(input, (word, patterns, at) => {
        const line = lines.lineAt(at);
        const long = lines.isLong(line);
        const looked = all.get(word) ?? {line: -1, until: -1, lines: 0};
        // A line of usual length is read once, a very long one in parts.
        if (looked.lines >= MOST_LINES || (line === looked.line && (!long || at < looked.until))) return;
        const whole = isWhole(input, at, word.length);
        if (!whole && patterns.every(({template}) => template.anchorIsWhole)) return;
        all.set(word, {line, until: at + WINDOW / 2, lines: looked.lines + 1});
        if (long || views?.line !== line) views = new Views(lines, line, at);
        for (const ready of patterns) {
          const hit = whole || !ready.template.anchorIsWhole ? hitOf(ready, lines, views) : undefined;
          if (hit !== undefined) add(found, hit.line, hit);
        }
      });
    }
    return [...found.entries()].sort(([a], [b]) => a - b).flatMap(([, hits]) => settle(hits));
  }
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function prepare(pattern: Pattern, order: number): Ready {
  try {
    const guards = (all: readonly Guard[] = []) =>
      all.map(({text, within}) => ({templates: text.map(compile), within}));
    return {
      pattern,
      order,
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
    readonly line: number,
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

  /** Whether it may have been broken off a neighbour, or a neighbour off it. */
  get broken(): boolean {
    return this.lines.goesOn(this.line) || this.lines.goesOn(this.line + 1);
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

function hitOf(ready: Ready, lines: Lines, views: Views): Hit | undefined {
  const holds = (text: Cleaned): Hit | undefined => {
    const match = matchIn(ready.template, text.text, (at) => startsLine(text.text, at));
    if (match === undefined) return undefined;
    if (ready.pattern.bare === true && text.text.slice(0, match.start).trim() !== '') return undefined;
    return guarded(ready, lines, text, views) ? tell(ready, match, text, lines) : undefined;
  };
  const {words} = ready.template;
  if (words.every((word) => views.raw.includes(word))) {
    const alone = holds(views.alone);
    if (alone !== undefined) return alone;
  }
  if (words.length < 2 || !views.broken || !words.every((word) => views.wide.includes(word)))
    return undefined;
  for (const text of views.joined) {
    const hit = holds(text);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** Whether the neighbours of a match are those that it needs. What speaks against it may be on a part that was broken off. */
function guarded({not, needs}: Ready, lines: Lines, own: Cleaned, views: Views): boolean {
  const {line} = views;
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
  const slots = match.taken.map((taken): FoundSlot => {
    const {name, type, value} = taken;
    const slot = {name, type, value, start: at(taken.start), end: at(taken.end)};
    const proved = isDecisive(type) ? pattern.proved?.[name] : undefined;
    return proved === undefined || proved.includes(value) ? slot : {...slot, proved: proved.join(', ')};
  });
  const others = slots.some(({proved}) => proved !== undefined);
  const candidates =
    ready.also.length === 0 ? ALONE : likeliestFirst(ready, (when) => lines.says(when, start));
  return {
    line: lines.lineAt(start) + 1,
    start,
    end: at(match.end),
    tier: pattern.guess === true ? 'closest' : others ? 'other-value' : 'same',
    symptom: candidates[0] ?? pattern.symptom,
    slots,
    // Of a log that repeats itself, most are never read.
    get why() {
      return reason(pattern, slots);
    },
    candidates,
    weight: template.weight + template.slots.length + (pattern.guess === true ? 0 : 1000),
    order: ready.order,
  };
}

const ALONE: readonly string[] = [];

/** All that print the text of a pattern, first those that words of the log make likelier. */
function likeliestFirst({pattern, also}: Ready, says: (when: RegExp) => boolean): string[] {
  const likely = also.filter(({when}) => when !== undefined && says(when));
  const rest = also.filter((one) => !likely.includes(one));
  return [...likely, {symptom: pattern.symptom}, ...rest].map(({symptom}) => symptom);
}

function reason({guess}: Pattern, slots: readonly FoundSlot[]): string {
  const named = slots.flatMap(({type, value}) => {
    const name = SLOT_NAMES[type];
    return name === undefined ? [] : [`${name} ${value}`];
  });
  const where = named.length === 0 ? '' : `, with ${named.join(', ')}`;
  if (guess === true)
    return `The words are those of the page${where}, but other programs print them as well, for other reasons.`;
  const proved = slots.find((slot) => slot.proved !== undefined)?.proved;
  if (proved === undefined) return `The text is the same${where}.`;
  return `The text is the same${where}; what was proved is ${proved}.`;
}

/** Of hits on one line the surest in each place; guesses only where nothing is sure. */
function settle(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const sure = hits.some(({tier}) => tier !== 'closest');
  for (const hit of [...hits].sort((a, b) => b.weight - a.weight || a.start - b.start || a.order - b.order)) {
    if (sure && hit.tier === 'closest') continue;
    if (kept.some(({start, end, symptom}) => (hit.start < end && start < hit.end) || symptom === hit.symptom))
      continue;
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
