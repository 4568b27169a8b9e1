const MARGIN = 12;

export interface Edges {
  left: number;
  top: number;
  bottom: number;
}

export interface Extent {
  width: number;
  height: number;
}

/**
 * All in CSS pixels of the window.
 *
 * @param anchor - What the tip belongs to
 * @returns Corner of the tip: under the anchor, above it where there is no room, never past an edge of the window
 */
export function placeTip(anchor: Edges, tip: Extent, view: Extent): {left: number; top: number} {
  const left = Math.max(MARGIN, Math.min(anchor.left, view.width - MARGIN - tip.width));
  const below = anchor.bottom + tip.height + MARGIN <= view.height;
  const above = anchor.top - tip.height >= MARGIN;
  return {left, top: below || !above ? anchor.bottom : anchor.top - tip.height};
}
