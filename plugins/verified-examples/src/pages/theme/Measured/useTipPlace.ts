import {useLayoutEffect, type RefObject} from 'react';
import {placeTip} from '../../client/placeTip';

/** Keeps an open tip beside its holder while anything scrolls. Fixed, so that no scrolling frame cuts it off. */
export function useTipPlace(open: boolean, tip: RefObject<HTMLSpanElement | null>): void {
  useLayoutEffect(() => {
    if (!open) return;
    const place = () => {
      const anchor = tip.current?.parentElement?.getBoundingClientRect();
      if (tip.current === null || anchor === undefined) return;
      const {clientWidth, clientHeight} = document.documentElement;
      const {left, top} = placeTip(anchor, tip.current.getBoundingClientRect(), {
        width: clientWidth,
        height: clientHeight,
      });
      tip.current.style.left = `${left}px`;
      tip.current.style.top = `${top}px`;
    };
    place();
    const options = {capture: true, passive: true};
    window.addEventListener('scroll', place, options);
    window.addEventListener('resize', place, options);
    return () => {
      window.removeEventListener('scroll', place, options);
      window.removeEventListener('resize', place, options);
    };
  }, [open, tip]);
}
