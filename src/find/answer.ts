import type {Fact} from './facts';
import type {Cause, Diagnosis} from './diagnose';
import {mask} from './mask';
import type {Ask, FindData, SymptomEntry, Tier} from './model';
import {findPages, type Page} from './pages';
import type {Search} from './search';
import {underlined, type Segment} from './underlined';

/** A symptom that was found in a reader's text, ready to be shown. */
export interface FoundSymptom {
  tier: Tier;
  symptom: SymptomEntry;
  why: string;
  /** Where it stands first, from 1, and how often. */
  line: number;
  count: number;
  /** The reader's own line. */
  segments: readonly Segment[];
  /** Others that print the same text, of which nothing has told it apart. */
  others: readonly SymptomEntry[];
  /** What tells them apart. */
  ask?: Ask;
  /** The output of that command is in the text, and says that it is this one. */
  told: boolean;
  /** What came of it, further down in the log. */
  consequences: readonly {line: number; symptom: SymptomEntry}[];
}

/** All that a reader is shown for a text. */
export interface Answered {
  found: readonly FoundSymptom[];
  facts: readonly Fact[];
  /** For words, and for a single line; beside a certain answer, guides alone. */
  pages: readonly Page[];
  /** The lines that matter, for a link to this answer. */
  link: string;
  /** A message that no symptom certainly is, without what is nobody else's business; undefined for words. */
  masked: string | undefined;
}

/** What is asked in words, or is one message; longer texts are logs. */
const SHORT = 400;
/** More than so much of a log makes no link. */
const LINKED = 2000;
const REPORTED = 1500;
const GUIDES = 3;

/** Answers what readers paste or type, for the box and its dialog. */
export class Answers {
  constructor(
    private readonly data: Pick<FindData, 'symptoms' | 'patterns'>,
    private readonly diagnosis: Diagnosis,
    private readonly search: Search,
  ) {}

  of(text: string): Answered {
    const input = text.trim() === '' ? '' : text;
    const found = this.diagnosis.log(input).flatMap((cause) => this.show(cause, input));
    const isCertain = found.some(({tier}) => tier !== 'closest');
    const shown = new Set(found.flatMap(({symptom, others}) => [symptom, ...others].map(({href}) => href)));
    const pages = input.length > SHORT ? [] : findPages(this.data, input, this.search);
    return {
      found,
      facts: this.diagnosis.facts(input),
      // Beside the message itself, other messages with some of its words only distract.
      pages: pages
        .filter(({href, kind}) => !shown.has(href) && (kind === 'guide' || !isCertain))
        .slice(0, isCertain ? GUIDES : pages.length),
      link:
        input.length <= LINKED
          ? input
          : found
              .map((one) => lineOf(one))
              .join('\n')
              .slice(0, LINKED),
      masked:
        input === '' || isCertain || (isWords(input) && pages.length > 0)
          ? undefined
          : mask(input.trim().slice(0, REPORTED)),
    };
  }

  /**
   * Whether a text is the output of the command that an earlier answer asked for. The answer to both together then tells
   * the symptoms apart.
   */
  continues({found}: Answered, text: string): boolean {
    return (
      found.some(({ask}) => ask !== undefined && this.diagnosis.answer(ask, text).length > 0) &&
      this.diagnosis.log(text).every(({tier}) => tier === 'closest')
    );
  }

  private show(cause: Cause, input: string): FoundSymptom[] {
    const ask = cause.tier === 'closest' ? undefined : this.diagnosis.ask(cause);
    const said = (ask === undefined ? [] : this.diagnosis.answer(ask, input)).filter((id) =>
      cause.candidates.includes(id),
    );
    const [id = cause.symptom] = said;
    const symptom = this.diagnosis.symptom(id);
    if (symptom === undefined) return [];
    const asked = new Set(ask?.answers.flatMap(({symptoms}) => symptoms));
    // What the command was not tried on, its output rules out no more than it names it. Of a guess, each is found by itself.
    const left =
      said.length > 0
        ? [...said, ...cause.candidates.filter((one) => !asked.has(one))]
        : cause.tier === 'closest'
          ? []
          : cause.candidates;
    return [
      {
        tier: cause.tier,
        symptom,
        why: cause.why,
        line: cause.line,
        count: cause.count,
        segments: underlined(input, cause),
        others: left.filter((other) => other !== id).flatMap((other) => this.diagnosis.symptom(other) ?? []),
        ...(ask !== undefined && said.length === 0 && {ask}),
        told: said.length > 0,
        consequences: cause.consequences.flatMap(({line, symptom: other}) => {
          const entry = this.diagnosis.symptom(other);
          return entry === undefined ? [] : [{line, symptom: entry}];
        }),
      },
    ];
  }
}

/** Whether somebody asks in words: one short line without what messages have. */
function isWords(input: string): boolean {
  return input.length <= 60 && /^[\p{L}\d\s._?'-]*$/u.test(input) && !input.trim().includes('\n');
}

function lineOf({segments}: Pick<FoundSymptom, 'segments'>): string {
  return segments.map(({text}) => text).join('');
}
