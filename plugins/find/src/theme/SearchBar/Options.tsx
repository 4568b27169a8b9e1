import {useEffect, useRef, type ReactNode} from 'react';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {Option} from '../../client/options';
import styles from './styles.module.css';

interface Props {
  /** Of the list is `…list`, of an option `…` and its place. */
  id: string;
  groups: readonly {label: string; options: readonly Option[]}[];
  chosen: number;
  onGo: (option: Option) => void;
}

/** The list of a combobox. The focus stays in the field; which option is chosen is said by its id. */
export default function Options({id, groups, chosen, onGo}: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const {withBaseUrl} = useBaseUrlUtils();
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest'});
  }, [chosen]);
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, {options}) => sum + options.length, 0),
  );
  return (
    <div ref={list} id={`${id}list`} className={styles.list} role="listbox" aria-label="Results">
      {groups.map(({label, options}, group) => (
        <div key={label} role="group" aria-labelledby={`${id}g${group}`}>
          <div id={`${id}g${group}`} className={styles.group} role="presentation">
            {label}
          </div>
          {options.map((option, at) => {
            const place = (starts[group] ?? 0) + at;
            return (
              <a
                key={option.href}
                id={`${id}${place}`}
                className={styles.option}
                role="option"
                aria-selected={place === chosen}
                tabIndex={-1}
                href={withBaseUrl(option.href)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onGo(option);
                }}
              >
                <span>{option.title}</span>
                {option.note !== undefined && <small>{option.note}</small>}
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}
