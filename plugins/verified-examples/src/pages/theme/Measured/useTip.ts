import {useEffect, useRef, useState, type DOMAttributes, type RefObject} from 'react';
import {useTipPlace} from './useTipPlace';

type Handlers<T, K extends keyof DOMAttributes<T>> = Pick<DOMAttributes<T>, K>;

interface Tip {
  open: boolean;
  tip: RefObject<HTMLSpanElement | null>;
  /** Holds both the link and the tip, so that the tip stays while the pointer is on it. */
  holder: Handlers<HTMLElement, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'>;
  link: Handlers<HTMLAnchorElement, 'onPointerDown' | 'onClick'>;
}

/**
 * Opens on hover, focus or the first tap; closes on leaving, Escape or a tap elsewhere (WCAG 2.2, 1.4.13). A second
 * tap follows the link.
 */
export function useTip(): Tip {
  const [open, setOpen] = useState(false);
  const tip = useRef<HTMLSpanElement>(null);
  const opensByTap = useRef(false);
  useTipPlace(open, tip);

  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Focus that is in the tip goes back to the link before the tip is gone.
      const around = tip.current;
      if (around?.contains(document.activeElement) === true)
        around.parentElement?.querySelector('a')?.focus();
      setOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return {
    open,
    tip,
    holder: {
      onPointerEnter: ({pointerType}) => {
        if (pointerType !== 'touch') setOpen(true);
      },
      onPointerLeave: ({pointerType}) => {
        if (pointerType !== 'touch') setOpen(false);
      },
      onFocus: () => {
        setOpen(true);
      },
      onBlur: ({currentTarget, relatedTarget}) => {
        // From the link to the button in the tip, or back.
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setOpen(false);
      },
    },
    link: {
      // The tap gives focus, and so opens, before it clicks: what counts is how it was when the finger came down.
      onPointerDown: ({pointerType}) => {
        opensByTap.current = pointerType === 'touch' && !open;
      },
      onClick: (event) => {
        if (!opensByTap.current) return;
        opensByTap.current = false;
        event.preventDefault();
        // Not every browser focuses a link that is tapped; without focus there is no leaving it.
        event.currentTarget.focus();
        setOpen(true);
      },
    },
  };
}
