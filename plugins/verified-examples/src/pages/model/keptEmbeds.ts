/** Embeds that do not move: browsers get their HTML alone, without the view that it was made from. */
export const KEPT_EMBEDS = [
  'ExampleEmbed',
  'TranscriptEmbed',
  'TwinEmbed',
  'ReceiptEmbed',
  'BasesEmbed',
  'MatrixEmbed',
  'AdaptedEmbed',
  'RepeatEmbed',
  'LabEmbed',
  'WordsEmbed',
  'WordsTableEmbed',
] as const;

export type KeptEmbed = (typeof KEPT_EMBEDS)[number];

/** Stands in compiled guides: whether views of these embeds are in the bundle (bundler/forBrowsers). */
export const HAS_VIEWS = '__HAS_VIEWS__';
