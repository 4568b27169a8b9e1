/** What the theme is given of what stands in prose; as in `views.ts`, plain JSON. */
import type {State} from '../../proof/gate/state';

/** `<Measured view>`: a value in prose. */
export interface MeasuredView {
  /** What the sentence reads, for example "2.2 MB". */
  text: string;
  /** What is measured, as an id: `/c/<claim>` is its permanent address. */
  claim: string;
  /** Null: what an engine said, which no example proves. */
  example: string | null;
  /** Null: what an engine said. */
  variant: string | null;
  platform: string | null;
  /** Null: read from the image, not printed by a run. */
  scenario: string | null;
  /** Where it comes from in words, for example "Inspection of cgo-musl-alpine: size of the image". */
  source: string;
  href: string;
  state: State;
  provedAt: string;
}

/** `<Fence view>`: code of a runnable language that no example proves. */
export interface FenceView {
  html: string;
  finalNewline: boolean;
  reason: string;
  /** Last day it may be published, YYYY-MM-DD. */
  until: string;
}
